import { Attachments } from "#ui/attachments.tsx";
import type { Language } from "../model/offer.messages.ts";
import { FILES } from "../model/request-file.messages.ts";
import { type Attached, FORM_LIMITS } from "../model/request-file.schema.ts";
import type { Answered } from "./answers.tsx";

/** The files of a request: from the workplace, which may take away its own alone, and from the office. */
export function RequestFiles({
  files,
  language = "ja",
  own = false,
  ...rest
}: {
  files: readonly Attached[];
  base: string;
  language?: Language;
  adds?: string | undefined;
  removes?: string | undefined;
  own?: boolean;
  answer?: Answered;
}) {
  const text = FILES[language];
  const listed = files.map(({ id, name, bytes, byWorkplace, state = "open" }) => ({
    closed: state === "open" ? undefined : text[state],
    ...{ id, name, bytes, from: byWorkplace ? text.ours : text.office, mayRemove: byWorkplace || !own },
  }));
  return <Attachments {...rest} {...{ text, language }} files={listed} eachBytes={FORM_LIMITS.bytes} />;
}
