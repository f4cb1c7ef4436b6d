import PostalMime, { type Email } from "postal-mime";
import type { App } from "#platform/app.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { markUndeliverable } from "./deliveries.ts";
import { MAIL_SCOPE } from "./outbox.ts";
import { mailNamedBy } from "./return-path.ts";

/** A mail server's word on one of our mails (RFC 3464). */
export type DeliveryReport = Readonly<{ mail: string; failed: boolean; status: string }>;

/**
 * What came of a returned mail: `noted`, `known` before, `delayed` (the other server is still trying), of a mail that
 * is not in the store (`unknown`), or `none`: no report, such as an answer from a holiday machine.
 */
export type Bounce = "noted" | "known" | "delayed" | "unknown" | "none";

/** Takes what a mail server handed back. Taking it twice is taking it once. */
export async function takeBounce(app: App, raw: Uint8Array): Promise<Bounce> {
  const report = await readReport(raw);
  if (!report) return "none";
  return withRows(app.db, MAIL_SCOPE, async (access): Promise<Bounce> => {
    const row = await tables(access)
      .selectFrom("mailOutbox")
      .select("id")
      .where("id", "=", report.mail)
      .executeTakeFirst();
    if (!row) return "unknown";
    if (!report.failed) return "delayed";
    const first = await markUndeliverable(access, report.mail, app.clock.now(), report.status);
    if (first) app.log.warn({ mail: report.mail, status: report.status }, "mail came back");
    return first ? "noted" : "known";
  });
}

/** Reads a report of whatever mail program wrote it; undefined where there is none in it or it names no mail of ours. */
export async function readReport(raw: Uint8Array): Promise<DeliveryReport | undefined> {
  const email = await parsed(raw);
  const part = email && partOf(email, ["message/delivery-status", "message/global-delivery-status"]);
  if (!email || part === undefined) return undefined;
  const [whole, ...recipients] = fieldGroups(part);
  const mail = await mailOf(email, whole?.get("original-envelope-id"));
  if (mail === undefined) return undefined;
  const failed = recipients.find((fields) => fields.get("action")?.toLowerCase() === "failed");
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(failed?.get("status") ?? "")?.[0];
  return { mail, failed: failed !== undefined, status: status ?? "5.0.0" };
}

/** By the envelope's id, by the headers that came back, or by the address that it came back to. */
async function mailOf(email: Email, envelopeId: string | undefined): Promise<string | undefined> {
  const original = partOf(email, ["message/rfc822", "text/rfc822-headers", "message/global"]);
  const returned = original === undefined ? undefined : await parsed(original);
  const addressed = email.headers.filter(({ key }) =>
    ["to", "delivered-to", "x-original-to", "envelope-to"].includes(key),
  );
  const candidates = [envelopeId, returned?.messageId, ...addressed.map(({ value }) => value)];
  return candidates.map((text) => mailNamedBy(text ?? "")).find((id) => id !== undefined);
}

/** Undefined where it is no mail: anybody can send anything to that address, and the parser throws at what is built to hurt. */
const parsed = (raw: Uint8Array | string): Promise<Email | undefined> =>
  PostalMime.parse(raw).catch(() => undefined);

function partOf(email: Email, types: readonly string[]): string | undefined {
  const content = email.attachments.find(({ mimeType }) => types.includes(mimeType))?.content;
  return typeof content === "string" || content === undefined ? content : new TextDecoder().decode(content);
}

/** Groups of header-like fields with empty lines between: the first of the whole, then one a recipient. */
function fieldGroups(text: string): ReadonlyMap<string, string>[] {
  const groups = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .trim()
    .split(/\n\s*\n/);
  return groups.map(
    (group) =>
      new Map(
        group.split("\n").flatMap((line): [string, string][] => {
          const at = line.indexOf(":");
          if (at < 1) return [];
          return [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
        }),
      ),
  );
}
