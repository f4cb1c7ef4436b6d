import type { Config } from "#platform/config/config.ts";
import { isUuid } from "#platform/kernel/ids.ts";

/**
 * The sender on the envelope, to which a mail comes back that can't be delivered. With an address of its own for
 * that, each mail has its own (`bounces+<id>@host`), so that what comes back names it however it is written.
 */
export function returnPathOf(config: Pick<Config, "bounceAddress" | "mailFrom">, mail: string): string {
  if (config.bounceAddress === undefined) return config.mailFrom;
  const at = config.bounceAddress.lastIndexOf("@");
  return `${config.bounceAddress.slice(0, at)}+${mail}${config.bounceAddress.slice(at)}`;
}

export const messageIdOf = (config: Pick<Config, "origin">, mail: string): string =>
  `<${mail}@${new URL(config.origin).hostname}>`;

/** The mail behind a message id, an envelope id or a return path; undefined where it is none of ours. */
export function mailNamedBy(text: string): string | undefined {
  const id = /(?:^|[<+])([0-9a-f-]{36})(?:@|>|$)/i.exec(text.trim())?.[1]?.toLowerCase();
  return id !== undefined && isUuid(id) ? id : undefined;
}
