import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { Button } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Removal } from "#ui/removal.tsx";
import { EDITING, LANGUAGE_NAMES } from "../letter-editing.messages.ts";
import type { OneLetter, Tried } from "./letters.tsx";

type Answers = { tried: Tried | undefined; refused: FormAnswer | undefined };

const LABELS = { subject: EDITING.subjectLabel, body: EDITING.bodyLabel };

/** A letter behind its name, in each language that it is written in. */
export function LetterFold({
  name,
  texts,
  open,
  ...answers
}: Answers & { name: string; texts: readonly OneLetter[]; open: boolean }) {
  const changed = texts.some((one) => one.own);
  return (
    <Fold summary={changed ? `${name}（${EDITING.changed}）` : name} open={open}>
      {texts.map((one) => (
        <LetterText key={one.language} one={one} {...answers} />
      ))}
    </Fold>
  );
}

/** What a letter looks like in one language, and its text to be changed. */
function LetterText({ one, tried, refused }: Answers & { one: OneLetter }) {
  const isOf = (which: { letter?: string; language?: string } | undefined) =>
    which?.letter === one.letter && which.language === one.language;
  const mine = isOf(tried) ? tried : undefined;
  // A text that could not be tried is told of as one that could not be saved: it is the same form.
  const told = isOf(refused?.values) ? refused : undefined;
  const answer = told?.command === "letter.preview" ? { ...told, command: "letter.save" } : told;
  const shown = mine?.preview ?? one.preview;
  const which = (
    <>
      <input type="hidden" name="letter" value={one.letter} />
      <input type="hidden" name="language" value={one.language} />
    </>
  );
  return (
    <div id={`${one.letter}-${one.language}`} className="mb-6 max-w-3xl">
      <h3 className="text-std-16B-170">
        {`${LANGUAGE_NAMES[one.language]}${one.own ? `（${EDITING.changed}）` : ""}`}
      </h3>
      <p className="text-dns-14N-130 text-solid-gray-700">{mine ? EDITING.typed : EDITING.own}</p>
      <div lang={one.language} className="mt-2 break-words">
        <p className="text-std-16B-170">{shown.subject}</p>
        <p className="mt-2 whitespace-pre-wrap">{shown.body}</p>
      </div>
      <Fold summary={EDITING.edit} open={mine !== undefined || told !== undefined}>
        <CommandForm
          command="letter.save"
          answer={answer}
          values={mine?.typed ?? { subject: one.subject, body: one.body }}
          seen={mine?.seen ?? one.seen}
          labels={LABELS}
          submit={EDITING.save}
          kind="secondary"
        >
          {which}
          <TextField label={LABELS.subject} name="subject" />
          <TextArea label={LABELS.body} hint={EDITING.hint(one.placeholders)} name="body" rows={9} />
          <Button name="do" value="letter.preview" className="mr-4">
            {EDITING.previewing}
          </Button>
        </CommandForm>
        {one.own ? (
          <Removal
            open={EDITING.restore}
            asks={EDITING.restoreAsks}
            command="letter.restore"
            answer={answer}
            seen={one.seen}
            once={one.once}
            labels={LABELS}
            submit={EDITING.restore}
            busy={EDITING.restoring}
          >
            {which}
          </Removal>
        ) : null}
      </Fold>
    </div>
  );
}
