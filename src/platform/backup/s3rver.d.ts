declare module "@20minutes/s3rver" {
  /** A small server that speaks as S3 does, for tests. */
  export default class S3rver {
    constructor(options: Readonly<Record<string, unknown>>);
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
