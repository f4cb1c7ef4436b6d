import pino, { type Logger } from "pino";

/**
 * Structured logs without personal data: what is logged is named field by field. Errors are logged by type, code
 * and stack; the message of a database error may quote a row, so it is left out.
 */
export function openLog(level: string = "info", to: "stdout" | "stderr" = "stdout"): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: plainError },
  };
  return pino(options, pino.destination({ fd: to === "stdout" ? 1 : 2, sync: true }));
}

export function plainError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return {
    type: error.name,
    // Codes are short and in capitals; some libraries put a text there that quotes what they worked on.
    code: typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) ? code : undefined,
    stack: frames.slice(0, 12).join("\n"),
  };
}
