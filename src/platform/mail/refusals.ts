export type Refusal = Readonly<{
  /** For the log and for pages: codes alone, as a server's sentence may quote the address. */
  code: string;
  forGood: boolean;
}>;

const DAY_MS = 86_400_000;

/**
 * What a failed attempt means.
 *
 * - The recipient or the text is refused (5xx to RCPT or DATA): for good, asking again changes nothing.
 * - It is refused by policy (5.7.x, 530): often the mail server's own set-up, such as relaying that was not allowed.
 *   For a day that is somebody's to mend, after it the mail is undeliverable.
 * - Anything else (no connection, sign-in or sender refused, 4xx) concerns us or passes: it goes on trying.
 */
export function refusalOf(error: unknown, waitedMs: number): Refusal {
  const { code, responseCode, response, command } = error as {
    code?: unknown;
    responseCode?: number;
    response?: string;
    command?: string;
  };
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
  const codes = [code, responseCode, status].filter((part) => part !== undefined);
  const permanent = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  if (!permanent || !(command === "RCPT TO" || command === "DATA"))
    return { code: codes.join(" ") || "unknown", forGood: false };
  const policy = responseCode === 530 || status?.startsWith("5.7.") === true;
  return { code: status ?? String(responseCode), forGood: !policy || waitedMs >= DAY_MS };
}

/** One mailbox and nothing that could be read as two; what else it must be, its own server knows. */
export const isMailbox = (text: string): boolean => /^[^\s<>@,;:"()]+@[^\s<>@,;:"()]+$/.test(text);
