import type { Config } from "#platform/config/config.ts";
import { secretFile } from "./key-files.ts";
import { KeysMissing, keyringOf } from "./keyring.ts";
import { keySourceOf } from "./open-keys.ts";
import { secretMarkOf } from "./secret.ts";

/** On which keys a store depends: the secret by its mark, the master keys by their ids. */
export type NeededKeys = Readonly<{ secret?: string; masters: readonly string[] }>;

type Places = Pick<Config, "keyFile" | "keyCommand" | "keysFolder" | "secret" | "databaseUrl" | "mode">;

/** Those that are not on this machine, and where they were looked for. */
export function missingKeys(
  config: Places,
  { secret, masters }: NeededKeys,
): Readonly<{ secret: boolean; masters: readonly string[]; where: readonly string[] }> {
  const lost = secret !== undefined && secret !== "any" && secret !== secretMarkOf(config);
  const source = keySourceOf(config);
  const ring = masters.length > 0 ? ringIfAny(source) : undefined;
  const gone = masters.filter((id) => !ring?.find(id));
  return {
    secret: lost,
    masters: gone,
    where: [
      ...(lost
        ? [config.secret === undefined ? `the secret (${secretFile(config)})` : "the secret (YUI_SECRET)"]
        : []),
      ...gone.map(
        (id) => `the master key ${id} (${source.kind === "file" ? source.from : "YUI_KEY_COMMAND"})`,
      ),
    ],
  };
}

function ringIfAny(source: Parameters<typeof keyringOf>[0]) {
  try {
    return keyringOf(source);
  } catch (error) {
    if (error instanceof KeysMissing) return undefined;
    throw error;
  }
}
