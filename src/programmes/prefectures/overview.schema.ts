/** What the editions of an area tell of its requests: a number, or null where it is hidden or nothing is published. */
export type RequestsOf = Readonly<{
  period: string;
  requests: number | "hidden" | null;
  waitingDays: number | null;
}>;
export type CouncilOf = Readonly<{ area: string; stage: string | null; meetings: number }>;
