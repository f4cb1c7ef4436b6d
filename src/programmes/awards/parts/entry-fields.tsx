import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import type { CriteriaGroups } from "../entries/award-entry.present.ts";
import { ENTRY, EXCUSE_NAMES, ROUND } from "../model/award.messages.ts";
import { EXCUSES } from "../model/award-lists.schema.ts";

const Tick = ({ name, label, hint }: { name: string; label: string; hint?: string }) => (
  <ChoiceField label="" hint={hint} name={name} type="checkbox" options={[{ value: "true", label }]} />
);

/** What is asked of who enters: the workplace, each criterion with a word on it, and who was examined. */
export function EntryFields({ groups, bars }: { groups: CriteriaGroups; bars: readonly string[] }) {
  return (
    <>
      <TextField label={ENTRY.workplace} name="workplace" autoComplete="organization" />
      <CountField label={ENTRY.workers} name="workers" />
      <Tick name="canteen" label={ENTRY.canteen} />
      <TextField label={ENTRY.address} name="address" autoComplete="street-address" />
      <TextField label={ENTRY.contact} name="contact" autoComplete="name" />
      <TextField label={ENTRY.phone} name="phone" type="tel" autoComplete="tel" optional />
      <TextField label={ENTRY.email} name="email" type="email" autoComplete="email" optional />
      {groups
        .filter(({ criteria }) => criteria.length > 0)
        .map(({ key, name, criteria }) => (
          <section key={key} aria-label={name}>
            <h2 className="mt-8 text-std-20B-160">{name}</h2>
            {criteria.map((one) =>
              one.rate ? (
                <Rate key={one.key} text={one.text} />
              ) : (
                <div key={one.key} className="border-b border-solid-gray-300">
                  <Tick
                    name={`c-${one.key}`}
                    label={one.text}
                    hint={`${one.kind}・${ROUND.least(one.evidence)}`}
                  />
                  <TextField label={`${ENTRY.note}（${one.text}）`} name={`n-${one.key}`} optional />
                </div>
              ),
            )}
          </section>
        ))}
      {bars.length > 0 ? (
        <section aria-label={ROUND.bars}>
          <h2 className="mt-8 text-std-20B-160">{ROUND.bars}</h2>
          <ul className="list-disc pl-6">
            {bars.map((bar) => (
              <li key={bar}>{bar}</li>
            ))}
          </ul>
          <Tick name="clear" label={ENTRY.clear} />
        </section>
      ) : null}
      <Tick name="mayPublish" label={ENTRY.mayPublish} />
      <p className="my-4 text-dns-14N-130">{ENTRY.privacy}</p>
    </>
  );
}

const Rate = ({ text }: { text: string }) => (
  <div className="border-b border-solid-gray-300">
    <h3 className="mt-4 text-std-16B-170">{text}</h3>
    <p>{ENTRY.rateLead}</p>
    <CountField label={ENTRY.eligible} name="eligible" optional />
    <CountField label={ENTRY.examined} name="examined" optional />
    <Fold summary={ENTRY.excused}>
      {EXCUSES.map((one) => (
        <CountField key={one} label={EXCUSE_NAMES[one]} name={`excused-${one}`} optional />
      ))}
    </Fold>
    <Tick name="reminded" label={ENTRY.reminded} />
  </div>
);

/** Reasons and words are asked for in the same way wherever one is given. */
export const Reason = ({ label }: { label: string }) => (
  <TextArea label={label} name="reason" rows={3} most={500} />
);
