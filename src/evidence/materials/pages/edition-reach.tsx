import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { REACH } from "../catalogue/material-page.messages.ts";
import { optionsOf, WAY_NAMES } from "../model/material.messages.ts";
import type { EditionPart } from "./edition-staff.tsx";

const WAYS = optionsOf(WAY_NAMES);

/** How far an edition went; and its short addresses, one for each way by which it goes out. */
export function ReachPart({ data: { edition, links }, answer }: EditionPart) {
  const { reach } = edition.kept!;
  return (
    <Section title={REACH.title} lead={REACH.lead}>
      <Facts
        items={[
          { name: REACH.sent, value: `${reach.sent}部` },
          { name: REACH.handedOut, value: `${reach.handedOut}部` },
          { name: REACH.seen, value: `${reach.seen}人` },
          { name: REACH.opened, value: `${reach.opened}回` },
        ]}
      />
      <h3 className="mt-6 text-std-18B-160">{REACH.links}</h3>
      <p className="text-dns-14N-130">{REACH.note}</p>
      {links.length > 0 ? (
        <Table
          caption={REACH.links}
          hideCaption
          rows={links}
          rowKey={(one) => one.id}
          columns={[
            { key: "way", head: REACH.way, cell: (one) => WAY_NAMES[one.way] },
            {
              key: "address",
              head: REACH.address,
              cell: (one) => (
                <>
                  <img src={one.code} width={96} height={96} alt={REACH.code(WAY_NAMES[one.way])} />
                  {one.address}
                </>
              ),
            },
            { key: "opens", head: REACH.opens, align: "right", cell: (one) => one.opens },
          ]}
        />
      ) : null}
      {edition.writes ? (
        <CommandForm
          command="material-link.add"
          answer={answer}
          submit={REACH.add}
          kind="secondary"
          labels={{ way: REACH.way }}
          options={{ way: WAYS }}
        >
          <SelectField label={REACH.way} name="way" empty="" options={WAYS} />
        </CommandForm>
      ) : null}
    </Section>
  );
}
