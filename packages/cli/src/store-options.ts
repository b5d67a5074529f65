/** Which store a command works on. */
export interface StoreOptions {
  /** Folder of the embedded store. Not used when there is a {@link StoreOptions.databaseUrl}. */
  dataDir: string
  /** `postgres://user:password@host:port/database`; never printed. */
  databaseUrl?: string
}
