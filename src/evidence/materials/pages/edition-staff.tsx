import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { REPLACING } from "../catalogue/material-page.messages.ts";
import { LEAFLET } from "../leaflets/leaflet.messages.ts";
import type { EditionData } from "./edition.tsx";
import { FactsPart } from "./edition-facts.tsx";
import { ReachPart } from "./edition-reach.tsx";
import { StockPart } from "./edition-stock.tsx";

export type EditionPart = Readonly<{ data: EditionData; answer: unknown }>;

/** What the staff keeps of an edition: proof, facts, stock, reach, and the end of it. */
export function EditionStaff({ data, answer }: EditionPart) {
  const { edition } = data;
  const { kept, writes } = edition;
  if (!kept) return null;
  const here = `/areas/${edition.area.slug}/material-editions/${edition.id}`;
  return (
    <>
      {edition.isLeaflet && writes ? (
        <Section title={LEAFLET.proof} lead={LEAFLET.proofLead}>
          <p className="flex flex-wrap gap-3">
            {edition.state === "draft" ? (
              <ButtonLink to={`${here}/leaflet`}>{LEAFLET.title}</ButtonLink>
            ) : null}
            <ButtonLink to={`${here}/file?bleed`} reload>
              {LEAFLET.print}
            </ButtonLink>
          </p>
        </Section>
      ) : null}
      <FactsPart data={data} answer={answer} />
      <StockPart data={data} answer={answer} />
      <ReachPart data={data} answer={answer} />
      {writes ? (
        <Section title={REPLACING.title} lead={REPLACING.lead}>
          {edition.state === "replaced" || edition.state === "stale" ? (
            <p>
              <TextLink to={`${here}/file?old`} reload>
                {REPLACING.old}
              </TextLink>
            </p>
          ) : null}
          {kept.others.length > 0 && edition.state !== "replaced" ? (
            <CommandForm
              command="material-edition.replace"
              answer={answer}
              submit={REPLACING.submit}
              kind="secondary"
              labels={{ by: REPLACING.by }}
              options={{ by: kept.others }}
            >
              <SelectField label={REPLACING.by} name="by" empty="" options={kept.others} />
            </CommandForm>
          ) : null}
          <Removal
            open={REPLACING.remove}
            named={edition.label}
            goes={REPLACING.removeGoes}
            command="material-edition.delete"
            answer={answer}
          />
        </Section>
      ) : null}
    </>
  );
}
