import { type ChangeEvent, useState } from "react";
import { FileField } from "#ui/field.tsx";
import type { Language } from "../offers/messages.ts";
import { FILES } from "../requests/files/messages.ts";
import { LONGEST_BYTES } from "../requests/files/schema.ts";

/** A field for small files. With script it says at once what is too large, before that is sent in vain. */
export function AttachField({ language, optional = "" }: { language: Language; optional?: string }) {
  const text = FILES[language];
  const [large, setLarge] = useState<string[]>([]);
  const look = (event: ChangeEvent<HTMLInputElement>) => {
    const over = [...(event.target.files ?? [])].filter((file) => file.size > LONGEST_BYTES);
    if (over.length > 0) event.target.value = "";
    setLarge(over.map((file) => text.tooLong.replace("{name}", file.name)));
  };
  return (
    <FileField
      label={`${text.label}${optional}`}
      hint={text.hint}
      name="files"
      multiple
      accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx"
      required={false}
      errors={large.length > 0 ? large : undefined}
      onChange={look}
    />
  );
}
