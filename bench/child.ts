import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A benchmark's script in a fresh process of its own, which reports by `process.send`. */
export interface Child<Message> {
  /** The first thing it reported. */
  firstMessage: Promise<Message>
  stop(): Promise<void>
}

/**
 * Starts a script of this folder with garbage collection exposed.
 *
 * @param script - Relative to this folder.
 */
export function startChild<Message>(script: string, args: readonly string[] = []): Child<Message> {
  const execArgv = ['--expose-gc', '--conditions=@adpane/source']
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [...args], { execArgv })
  return { firstMessage: firstMessage(child, script), stop: () => stop(child) }
}

function firstMessage<Message>(child: ChildProcess, script: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message))
    child.once('exit', (code) => reject(new Error(`${script} ended with code ${code} before it reported.`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
