import { showDateJa } from "#platform/kernel/plain-date.ts";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import type { presentContact } from "../cases/case.present.ts";
import { CONTACT_LABELS, ContactFields } from "./case-fields.tsx";

type Contact = ReturnType<typeof presentContact>;

/** What happened, the newest first; each may be corrected, and what stood before is kept. */
export const ContactList = ({
  contacts,
  answer,
  open,
}: {
  contacts: readonly Contact[];
  answer: unknown;
  open: boolean;
}) => (
  <ol>
    {contacts.map((one) => (
      <li key={one.id} className="border-b border-solid-gray-300 py-3 sm:grid sm:grid-cols-[10rem_1fr]">
        <div>
          <strong>{showDateJa(one.day)}</strong>
          <span className="block text-solid-gray-800">
            {one.channel}
            {one.minutes === null ? "" : ` ${one.minutes}分`}・{one.withWhom}
          </span>
        </div>
        <div>
          <p className="whitespace-pre-line">{one.content}</p>
          {one.plan ? <p className="mt-1 whitespace-pre-line text-solid-gray-800">方針：{one.plan}</p> : null}
          {one.materials ? <p className="mt-1 text-solid-gray-800">資料：{one.materials}</p> : null}
          <p className="mt-1 text-solid-gray-800">
            {one.by}
            {one.corrected ? "（訂正済み）" : ""}
            {one.agreed ? "（同意のある間の記録）" : ""}
          </p>
          {open ? (
            <div className="no-print">
              <Folded summary="訂正する">
                <CommandForm
                  command="contact.correct"
                  answer={answer}
                  values={one.form}
                  labels={CONTACT_LABELS}
                  submit="訂正を保存する"
                  label={`${showDateJa(one.day)}の経過を訂正する`}
                  private
                >
                  <input type="hidden" name="contact" value={one.id} />
                  <ContactFields corrects />
                </CommandForm>
              </Folded>
            </div>
          ) : null}
        </div>
      </li>
    ))}
  </ol>
);
