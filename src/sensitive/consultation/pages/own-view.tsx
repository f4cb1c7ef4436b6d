import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Leave } from "#ui/leave.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { OWN_TEXTS, ownWord } from "../person/own-page.messages.ts";

export type OwnShown = Readonly<{
  consents: readonly Readonly<{
    id: string;
    receiver: string;
    classes: readonly string[];
    employer: string;
    until: string;
    state: string;
    withdrawable: boolean;
  }>[];
  referrals: readonly Readonly<{
    id: string;
    receiver: string;
    classes: readonly string[];
    state: string;
    sentAt: string;
  }>[];
  looks: readonly Readonly<{ office: string; role: string; what: string; why: string; at: string }>[];
}>;

/** What a person sees of themselves: what was agreed, who was told, which office looked. */
export function OwnView({
  view,
  once,
  saved,
  answer,
  language,
}: {
  view: OwnShown;
  once: string;
  saved: boolean;
  answer: unknown;
  language: "ja" | "en";
}) {
  const text = OWN_TEXTS[language];
  const say = (word: string) => ownWord(language, word);
  const all = (words: readonly string[]) => words.map(say).join(language === "ja" ? "、" : ", ");
  return (
    <>
      <PageHead title={text.title} actions={<PrintButton label={text.print} />} />
      {saved ? <Notice kind="success" title={text.withdrawn} language={language} /> : null}
      <Section title={text.consents} lead={text.consentsLead}>
        {view.consents.length === 0 ? <p>{text.noConsents}</p> : null}
        {view.consents.map((one) => (
          <div key={one.id} className="py-3">
            <p className="text-std-18B-160">{`${one.receiver}（${say(one.state)}）`}</p>
            <Facts
              items={[
                { name: text.items, value: all(one.classes) },
                { name: text.employer, value: say(one.employer) },
                { name: text.until, value: one.until || text.noEnd },
              ]}
            />
            {one.withdrawable ? (
              <div className="print:hidden">
                <Folded summary={text.withdrawFold}>
                  <p>{text.withdrawLead(one.receiver)}</p>
                  <CommandForm
                    {...{ answer, once, language }}
                    command="own-page.withdraw"
                    submit={text.withdraw}
                    label={one.receiver}
                  >
                    <input type="hidden" name="consent" value={one.id} />
                  </CommandForm>
                </Folded>
              </div>
            ) : null}
          </div>
        ))}
      </Section>
      <Section title={text.handed}>
        {view.referrals.length === 0 ? <p>{text.none}</p> : null}
        <ul>
          {view.referrals.map((one) => (
            <li key={one.id} className="py-2">
              <span className="block">{`${one.receiver}（${say(one.state)}）`}</span>
              <span className="block text-solid-gray-800">{`${one.sentAt}　${all(one.classes)}`}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text.looks} lead={text.looksLead}>
        {view.looks.length === 0 ? <p>{text.none}</p> : null}
        <ul className="pb-16">
          {view.looks.map((one) => (
            <li
              key={`${one.at} ${one.office} ${one.role} ${one.what}`}
              className="flex flex-wrap gap-x-4 border-b border-solid-gray-300 py-2 tabular-nums"
            >
              <span className="text-solid-gray-800">{one.at}</span>
              <span>{`${[one.office, one.role].filter(Boolean).map(say).join(" ")}（${[one.what, one.why]
                .filter(Boolean)
                .map(say)
                .join(language === "ja" ? "、" : ", ")}）`}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Leave label={text.leave} />
    </>
  );
}
