import { ChoiceField, SelectField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { FACTS, FIELD_NAMES, factName } from "../facts/fact.messages.ts";
import { optionsOf } from "../model/material.messages.ts";
import type { EditionPart } from "./edition-staff.tsx";

const FIELDS = optionsOf(FIELD_NAMES as Record<string, string>);

/** What an edition prints of offices and hotlines, and what of it is another by now. */
export function FactsPart({ data: { edition, sources }, answer }: EditionPart) {
  const { facts, writes } = edition;
  return (
    <Section title={FACTS.title} lead={FACTS.lead}>
      {facts.length === 0 ? (
        <p>{FACTS.none}</p>
      ) : (
        <Table
          caption={FACTS.title}
          hideCaption
          rows={facts}
          rowKey={(fact) => fact.id}
          columns={[
            { key: "what", head: FACTS.what, cell: (fact) => factName(fact) },
            { key: "printed", head: FACTS.printed, cell: (fact) => fact.printed },
            {
              key: "now",
              head: FACTS.now,
              cell: ({ now }) => (now === undefined ? "" : <strong>{now || FACTS.gone}</strong>),
            },
            ...(writes
              ? [
                  {
                    key: "remove",
                    head: FACTS.remove,
                    cell: (fact: (typeof facts)[number]) => (
                      <CommandForm
                        command="material-fact.remove"
                        submit={FACTS.remove}
                        kind="plain"
                        label={`${factName(fact)} ${FACTS.remove}`}
                      >
                        <input type="hidden" name="fact" value={fact.id} />
                      </CommandForm>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {writes && facts.some(({ now }) => now !== undefined) ? (
        <CommandForm command="material-fact.renew" answer={answer} submit={FACTS.renew} kind="secondary" />
      ) : null}
      {writes ? (
        <Folded summary={FACTS.add} open={answerFor(answer, "material-fact.add") !== undefined}>
          <CommandForm
            command="material-fact.add"
            answer={answer}
            submit={FACTS.add}
            kind="secondary"
            labels={{ of: FACTS.choose, fields: FACTS.fields }}
            options={{ of: sources, fields: FIELDS }}
          >
            <SelectField label={FACTS.choose} name="of" empty="" options={sources} />
            <ChoiceField label={FACTS.fields} name="fields" type="checkbox" options={FIELDS} />
          </CommandForm>
        </Folded>
      ) : null}
    </Section>
  );
}
