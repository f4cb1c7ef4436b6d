import { FileField } from "#ui/field.tsx";
import type { Language } from "../model/offer.messages.ts";
import { FILES } from "../model/request-file.messages.ts";
import { LONGEST_BYTES } from "../model/request-file.schema.ts";

/** A field for small files. With script it says at once what is too large, before that is sent in vain. */
export function AttachField({ language, optional = "" }: { language: Language; optional?: string }) {
  const text = FILES[language];
  return (
    <FileField
      label={`${text.label}${optional}`}
      hint={text.hint}
      name="files"
      multiple
      accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx"
      required={false}
      eachBytes={LONGEST_BYTES}
      tooLong={text.tooLong}
    />
  );
}
