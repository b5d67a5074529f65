import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A benchmark's script in a fresh process of its own, which reports by `process.send`. */
export interface Child<Message> {
  /** The first thing it reported. */
  firstMessage: Promise<Message>
  stop(): Promise<void>
}

/** Starts a script with garbage collection exposed. */
export function startChild<Message>(script: URL, args: readonly string[] = []): Child<Message> {
  const execArgv = ['--expose-gc', '--conditions=@adpane/source']
  const child = fork(script, [...args], { execArgv })
  return { firstMessage: firstMessage(child, script), stop: () => stop(child) }
}

function firstMessage<Message>(child: ChildProcess, script: URL): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message))
    child.once('exit', (code) => reject(new Error(`${script.pathname} ended with code ${code} before it reported.`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
