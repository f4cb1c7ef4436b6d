import { Button } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { OnceForm } from "#ui/once.tsx";
import { EDITING, LANGUAGE_NAMES } from "../letters/editing/messages.ts";
import type { LettersData, LettersDone } from "./letters.tsx";

type One = LettersData["letters"][number];

/** A letter behind its name, in each language that it is written in. */
export function LetterFold({
  name,
  texts,
  open,
  did,
}: {
  name: string;
  texts: readonly One[];
  open: boolean;
  did: LettersDone;
}) {
  const changed = texts.some((one) => one.own);
  return (
    <Fold summary={changed ? `${name}（${EDITING.changed}）` : name} open={open}>
      {texts.map((one) => (
        <LetterText key={one.language} one={one} did={did} />
      ))}
    </Fold>
  );
}

/** What a letter looks like in one language, and its text to be changed. */
function LetterText({ one, did }: { one: One; did: LettersDone }) {
  const mine = did?.typed.letter === one.letter && did.typed.language === one.language ? did : undefined;
  const errors: Readonly<Record<string, readonly string[]>> = mine?.errors ?? {};
  const shown = mine?.preview ?? one.preview;
  const which = (
    <>
      <input type="hidden" name="shown" value={mine && !mine.overtaken ? mine.typed.shown : one.shown} />
      <input type="hidden" name="letter" value={one.letter} />
      <input type="hidden" name="language" value={one.language} />
    </>
  );
  return (
    <div id={`${one.letter}-${one.language}`} className="mb-6 max-w-3xl">
      <h3 className="text-std-16B-170">
        {`${LANGUAGE_NAMES[one.language]}${one.own ? `（${EDITING.changed}）` : ""}`}
      </h3>
      <p className="text-dns-14N-130 text-solid-gray-700">{mine?.preview ? EDITING.typed : EDITING.own}</p>
      <div lang={one.language} className="mt-2 break-words">
        <p className="text-std-16B-170">{shown.subject}</p>
        <p className="mt-2 whitespace-pre-wrap">{shown.body}</p>
      </div>
      <Fold summary={EDITING.edit} open={mine !== undefined}>
        {mine?.overtaken && mine.typed.body !== undefined ? (
          <Theirs subject={one.subject} body={one.body} />
        ) : null}
        <OnceForm submit={EDITING.save} kind="secondary" noValidate>
          {which}
          <TextField
            label={EDITING.subjectLabel}
            name="subject"
            defaultValue={mine?.typed.subject ?? one.subject}
            errors={errors.subject}
          />
          <TextArea
            label={EDITING.bodyLabel}
            hint={EDITING.hint(one.placeholders)}
            name="body"
            rows={9}
            defaultValue={mine?.typed.body ?? one.body}
            errors={errors.body}
          />
          <Button name="do" value="preview" className="mr-4">
            {EDITING.previewing}
          </Button>
        </OnceForm>
        {one.own ? (
          <OnceForm submit={EDITING.restore} kind="danger" className="mt-4">
            {which}
            <input type="hidden" name="do" value="restore" />
          </OnceForm>
        ) : null}
      </Fold>
    </div>
  );
}

/** What somebody else saved meanwhile, over the fields with the own text. */
const Theirs = ({ subject, body }: { subject: string; body: string }) => (
  <>
    <h4 className="mt-4 text-std-16B-170">{EDITING.theirs}</h4>
    <div className="rounded-8 border border-solid-gray-300 p-4">
      <p className="text-std-16B-170">{subject}</p>
      <p className="mt-2 whitespace-pre-wrap">{body}</p>
    </div>
    <p className="my-4">{EDITING.mine}</p>
  </>
);
