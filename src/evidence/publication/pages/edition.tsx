import { onRow } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { CountTable } from "#ui/count-table.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { editionDocument, notesOf } from "../edition.present.ts";
import { readEdition, restoreEdition, withdrawEdition } from "../edition.usecases.server.ts";
import { EDITIONS, WITHDRAWAL } from "../messages.ts";
import type { Route } from "./+types/edition";

export const handle = { japaneseOnly: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { edition, area, ...may } = shown(await readEdition(app, actor, params));
  return { document: editionDocument(edition, area.name), notes: notesOf(edition), ...may };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area, publication, period, number } = params;
  const on = onRow(app, actor, params);
  const here = () => `/areas/${area}/editions/${publication}/${period}/${number}`;
  return answerForm(request, [on(withdrawEdition, here), on(restoreEdition, here)]);
}

export default function EditionPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { document, notes, mayWithdraw, mayRestore } = loaderData;
  const here = `/areas/${params.area}/editions/${params.publication}/${params.period}/${params.number}`;
  return (
    <>
      <PageHead
        title={document.title}
        lead={document.subtitle}
        actions={(["csv", "xlsx", "pdf", "json"] as const).map((format) => (
          <ButtonLink key={format} to={`${here}/${format}`} reload>
            {EDITIONS.files[format]}
          </ButtonLink>
        ))}
      />
      {notes.map((note, i) => (i === 0 ? <p key={note}>{note}</p> : <Notice key={note} title={note} />))}
      {document.sections.map(({ heading, blocks }) => (
        <Section key={heading} title={heading}>
          {blocks.map((block) =>
            block.kind === "table" ? (
              <CountTable
                key={block.caption}
                caption={block.caption}
                head={block.head[0]!.text}
                columns={block.head.slice(1).map(({ text }) => text)}
                rows={block.rows.map(([label, ...cells]) => ({
                  label: label!.text,
                  cells: cells.map(({ text }) => text),
                }))}
              />
            ) : (
              <p key={block.text}>{block.text}</p>
            ),
          )}
        </Section>
      ))}
      <p className="my-8">
        <TextLink to={`/areas/${params.area}/editions`}>{EDITIONS.all}</TextLink>
      </p>
      {mayWithdraw ? (
        <Section title={WITHDRAWAL.heading} lead={WITHDRAWAL.lead}>
          <CommandForm command="edition.withdraw" answer={actionData} submit={WITHDRAWAL.submit}>
            <TextField label={WITHDRAWAL.reason} name="reason" />
          </CommandForm>
        </Section>
      ) : null}
      {mayRestore ? (
        <CommandForm command="edition.restore" answer={actionData} submit={WITHDRAWAL.restore} />
      ) : null}
    </>
  );
}
