/** How many requests an address may send at once, and how many come back per second. */
export type Allowance = Readonly<{ burst: number; perSecond: number }>;
export const ALLOWANCE: Allowance = { burst: 60, perSecond: 2 };

export type Bucket = Readonly<{ tokens: number; at: number }>;
export type Taken = Readonly<{
  bucket: Bucket;
  granted: boolean;
  remaining: number;
  retryAfterSeconds: number;
}>;

/** Takes one token from an address's bucket at that time (milliseconds); a bucket never seen is full. */
export function take(bucket: Bucket | undefined, now: number, { burst, perSecond }: Allowance): Taken {
  const filled = bucket ? Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond) : burst;
  const granted = filled >= 1;
  const tokens = granted ? filled - 1 : filled;
  return {
    bucket: { tokens, at: now },
    granted,
    remaining: Math.floor(tokens),
    retryAfterSeconds: granted ? 0 : Math.ceil((1 - filled) / perSecond),
  };
}
