import type { AdAccountJson } from './ad-account-json.ts'
import type { AdCreativeJson } from './ad-creative-json.ts'
import type { AdImageJson } from './ad-image-json.ts'
import type { AdJson } from './ad-json.ts'
import type { AdSetJson } from './ad-set-json.ts'
import type { BatchOperation, BatchOptions, BatchOutcome } from './batch/batch-operation.ts'
import type { CampaignJson } from './campaign-json.ts'
import type { InsightsJson } from './insights-json.ts'
import type { InsightsParams } from './insights-params.ts'
import type { JsonObject } from './json.ts'
import type { ReadOptions } from './read-options.ts'
import type { ReportRun } from './report-run.ts'
import type { ImageFile } from './uploads/upload-image.ts'
import type { WriteOptions, WriteParams } from './write.ts'

/** Rows as they arrive; the next page is read when its first row is asked for. */
export type Rows<Row> = AsyncGenerator<Row, void, undefined>

/**
 * The Marketing API as one tenant may use it.
 *
 * Rows are plain objects as Meta sends them. Every method throws an `AdsError` of the `Meta…` family, or the reason of
 * the `signal` it was given.
 */
export interface TenantApi {
  /** Ad accounts the token's owner can reach. */
  listAdAccounts(options?: ReadOptions): Rows<AdAccountJson>
  /** Campaigns of `act_…`, archived ones included, deleted ones never (Meta refuses to list them). */
  listCampaigns(adAccountId: string, options?: ReadOptions): Rows<CampaignJson>
  listAdSets(adAccountId: string, options?: ReadOptions): Rows<AdSetJson>
  listAds(adAccountId: string, options?: ReadOptions): Rows<AdJson>
  listAdCreatives(adAccountId: string, options?: ReadOptions): Rows<AdCreativeJson>
  /** Insights answered at once. Only for small questions: Meta times out on large ones. */
  readInsights(objectId: string, params: InsightsParams, options?: ReadOptions): Rows<InsightsJson>
  /** Starts an async report and answers its run id, which lives 30 days. Sent once, never retried. */
  startInsightsReport(objectId: string, params: InsightsParams, options?: ReadOptions): Promise<string>
  readInsightsReport(reportRunId: string, options?: ReadOptions): Promise<ReportRun>
  /** Rows of a `completed` run; on any other Meta refuses with 2601. */
  readInsightsReportRows(reportRunId: string, options?: ReadOptions): Rows<InsightsJson>
  /**
   * Puts a picture into the library of `act_…`; PNG, JPEG, GIF, WebP or BMP, at most 8 MB. The same bytes are the same
   * picture with the same hash, so an upload whose answer was lost may be repeated.
   */
  uploadImage(adAccountId: string, image: ImageFile, options?: Pick<ReadOptions, 'signal'>): Promise<AdImageJson>
  /**
   * One object by its id, such as a campaign. What is asked for at about the same time shares calls, fifty objects each;
   * one bad id fails alone.
   */
  readObject(id: string, fields: readonly string[], options?: Pick<ReadOptions, 'signal'>): Promise<JsonObject>
  /**
   * Creates an object on an edge such as `act_1/campaigns`; mostly answers `{ id }`. Sent again only while it provably
   * did not arrive: after an `OutcomeUnknownError` look first, after any other error it was not done.
   */
  create(edge: string, params: WriteParams, options?: WriteOptions): Promise<JsonObject>
  /** Changes an object. Fails as `create` does. */
  update(id: string, params: WriteParams, options?: WriteOptions): Promise<JsonObject>
  /** Deletes an object, or what `params` say on an edge. Fails as `create` does. */
  delete(path: string, params?: WriteParams, options?: WriteOptions): Promise<JsonObject>
  /**
   * Carries out many calls in few, fifty in one, and tells what became of each, in order. Rejects only before anything
   * was sent. An operation may need earlier ones and take values from their answers; see `reference`.
   */
  batch(operations: readonly BatchOperation[], options?: BatchOptions): Promise<readonly BatchOutcome[]>
}
