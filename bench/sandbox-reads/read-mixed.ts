import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

/** What a spell of reading saw. */
export interface LoadReport {
  requests: number
  seconds: number
  failures: number
  /** Resident memory of the server half way and at the end. */
  halfwayBytes: number
  endBytes: number
}

interface Assignment {
  url: string
  token: string
  pid: number
  accounts: string[]
}

// What a dashboard and a connector ask, in about their proportions.
const questions = [
  (id: string) => `${id}?fields=name,currency,timezone_name,account_status`,
  (id: string) => `${id}/campaigns?fields=name,objective,effective_status,daily_budget&limit=50`,
  (id: string) => `${id}/adsets?fields=name,targeting,campaign{name}&limit=25`,
  (id: string) => `${id}/ads?fields=name,creative{title,thumbnail_url},adset{name}&limit=25`,
  (id: string) => `${id}/insights?fields=impressions,spend,clicks,reach&date_preset=last_7d`,
  (id: string) => `${id}/insights?level=campaign&fields=campaign_name,spend,ctr,actions&date_preset=last_7d`,
  (id: string) => `${id}/insights?fields=spend,impressions&date_preset=last_14d&time_increment=1`,
  (id: string) => `${id}/insights?fields=spend,impressions&date_preset=last_7d&breakdowns=age,gender`,
  (id: string) => `${id}/campaigns?fields=name&effective_status=["ACTIVE"]&summary=total_count&limit=5`,
  (id: string) => `${id}/adcreatives?fields=name,object_story_spec&limit=10`,
]

const connections = 16
const warmUp = 4000
const counted = 20_000

const { url, token, pid, accounts }: Assignment = JSON.parse(process.argv[2] ?? '')
const agent = new Agent({ keepAlive: true, maxSockets: connections })

await spell(warmUp)
const firstHalf = await spell(counted / 2)
const halfwayBytes = residentBytes()
const secondHalf = await spell(counted / 2)
const report: LoadReport = {
  requests: counted,
  seconds: firstHalf.seconds + secondHalf.seconds,
  failures: firstHalf.failures + secondHalf.failures,
  halfwayBytes,
  endBytes: residentBytes(),
}
process.send?.(report)
process.disconnect?.()

async function spell(requests: number): Promise<{ seconds: number; failures: number }> {
  const begun = performance.now()
  let asked = 0
  let failures = 0
  const line = async () => {
    while (asked < requests) {
      const turn = asked++
      const account = accounts[(Math.floor(turn / questions.length) * 7919) % accounts.length] ?? ''
      const question = questions[turn % questions.length]
      if (!question || (await statusOf(question(account))) !== 200) failures++
    }
  }
  await Promise.all(Array.from({ length: connections }, line))
  return { seconds: (performance.now() - begun) / 1000, failures }
}

function statusOf(question: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return new Promise((resolve, reject) => {
    get(`${url}/v25.0/${question}`, { agent, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    }).once('error', reject)
  })
}

/** Linux tells; elsewhere the figure is left at 1. */
function residentBytes(): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0.001) * 1024
  } catch {
    return 1
  }
}
