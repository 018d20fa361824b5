declare module '@20minutes/s3rver' {
  /** A server that speaks S3 and checks signatures; its files lie in `directory`. */
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string }[];
      vhostBuckets: boolean;
    });
    /** Of Koa, in its order. */
    readonly middleware: ((ctx: { path: string; app: object }, next: () => Promise<void>) => Promise<void>)[];
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
