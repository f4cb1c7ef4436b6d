import { z } from "zod";
import type { RowAccess } from "#platform/db/rows.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { type Seal, sealOf } from "#platform/sealing/seal.ts";
import { SealBroken, type Sealed } from "#platform/sealing/sealed.ts";

export type MailAttachment = Readonly<{ name: string; mediaType: string; text: string }>;
/** What a mail says. `link` is what a digest shows of it, `leave` the address by which a mail program ends such mails. */
export type MailContent = Readonly<{
  body: string;
  attachments: readonly MailAttachment[];
  link: string;
  leave?: string;
}>;

/** What waits is sealed in two: the text, in which a number stands for each secret, and the secrets. */
export type SealedMail = Readonly<{ content: Sealed; secrets: Sealed }>;
type MailRow = Readonly<{ id: string; content: Buffer | null; secrets: Buffer | null }>;

/** Waiting mail is sealed by the key of the house, not by one of a person: its text is emptied as soon as it is sent. */
const MAIL = { kind: "house", id: "mail" } as const;
/** A part of an address that is 256 bits long opens what it leads to. */
const SECRET = /(?<=\/)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g;
const HIDDEN = "…";
const EMPTIED: MailContent = { body: "", attachments: [], link: "" };

const Text = z.array(z.union([z.string(), z.int()]));
const Kept = z.object({
  body: Text,
  link: Text,
  leave: Text.optional(),
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), text: Text })),
});
const Secrets = z.array(z.string());

/** The key that mail is sealed with, loaded for this transaction. */
export const mailSeal = (access: RowAccess): Promise<Seal> => sealOf(access, MAIL);

/** A text as it may be shown: without the secrets of its links. */
export const withoutSecrets = (text: string): string => text.replace(SECRET, HIDDEN);

export function sealMail(seal: Seal, id: string, content: MailContent): SealedMail {
  const secrets: string[] = [];
  const apart = (text: string): (string | number)[] => {
    const found = [...text.matchAll(SECRET)];
    const ends = found.map((match) => match.index + match[0].length);
    return [
      ...found.flatMap((match, at) => [
        text.slice(ends[at - 1] ?? 0, match.index),
        secrets.push(match[0]) - 1,
      ]),
      text.slice(ends.at(-1) ?? 0),
    ];
  };
  const kept: z.output<typeof Kept> = {
    body: apart(content.body),
    link: apart(content.link),
    ...(content.leave ? { leave: apart(content.leave) } : {}),
    attachments: content.attachments.map((file) => ({ ...file, text: apart(file.text) })),
  };
  return {
    content: seal.seal("mail_outbox.content", id, JSON.stringify(kept)),
    secrets: seal.seal("mail_outbox.secrets", id, JSON.stringify(secrets)),
  };
}

/**
 * What a mail says: as it is sent, or for who looks at it, who is shown no link's secret and no file, which may hold one.
 * Nothing where it has been emptied, or where its key was given up.
 */
function openMail(seal: Seal, row: MailRow, { links }: Readonly<{ links: boolean }>): MailContent {
  if (!row.content) return EMPTIED;
  const content = seal.open("mail_outbox.content", row.id, row.content);
  if (content === ERASED) return EMPTIED;
  const secrets = links && row.secrets ? secretsOf(seal, row.id, row.secrets) : [];
  const whole = (text: readonly (string | number)[]) =>
    text.map((part) => (typeof part === "string" ? part : (secrets[part] ?? HIDDEN))).join("");
  const kept = Kept.parse(JSON.parse(content));
  return {
    body: whole(kept.body),
    link: whole(kept.link),
    ...(kept.leave && links ? { leave: whole(kept.leave) } : {}),
    attachments: links ? kept.attachments.map((file) => ({ ...file, text: whole(file.text) })) : [],
  };
}

function secretsOf(seal: Seal, id: string, sealed: Buffer): readonly string[] {
  const secrets = seal.open("mail_outbox.secrets", id, sealed);
  return secrets === ERASED ? [] : Secrets.parse(JSON.parse(secrets));
}

/** The same, or undefined where it opens no more: such a mail holds up no other. */
export function openIfWhole(
  seal: Seal,
  row: MailRow,
  how: Readonly<{ links: boolean }> = { links: true },
): MailContent | undefined {
  try {
    const content = openMail(seal, row, how);
    return content === EMPTIED ? undefined : content;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
