import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { CERTIFICATE } from "../after/certificate.messages.ts";
import {
  correctCertificate,
  issueCertificates,
  listCertificates,
} from "../after/certificate.usecases.server.ts";
import type { Route } from "./+types/certificates";

export async function loader({ context, params: { area, event: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listCertificates(app, actor, { area, id }));
}

export async function action({ context, params: { area, event: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  const here = () => `/areas/${area}/events/${id}/certificates`;
  return answerForm(request, [on(issueCertificates, here), on(correctCertificate, here)]);
}

/** Who has reached what an event asks for, and the certificates that were issued. */
export default function Certificates({ loaderData, actionData }: Route.ComponentProps) {
  const { event, rows, reached, canReach, missed, unnamed, area } = loaderData;
  const base = `/areas/${area.slug}/events/${event.id}`;
  const counts = [
    CERTIFICATE.reached(reached),
    CERTIFICATE.canReach(canReach),
    CERTIFICATE.missed(missed),
    ...(unnamed > 0 ? [CERTIFICATE.unnamed(unnamed)] : []),
  ];
  return (
    <>
      <PageHead
        title={CERTIFICATE.title}
        place={event.title}
        lead={CERTIFICATE.lead}
        actions={
          rows.some((one) => one.stands) ? (
            <ButtonLink to={`${base}/certificates.pdf`} reload>
              {CERTIFICATE.print}
            </ButtonLink>
          ) : null
        }
      />
      {event.certificate === "none" ? (
        <Notice kind="info" title={CERTIFICATE.noRule} />
      ) : (
        <>
          <p>{counts.join("、")}</p>
          <CommandForm command="event-certificate.issue" answer={actionData} submit={CERTIFICATE.issue} />
        </>
      )}
      {rows.length === 0 ? (
        <Empty title={CERTIFICATE.none} />
      ) : (
        <Table
          caption={CERTIFICATE.title}
          hideCaption
          rows={rows}
          rowKey={(one) => one.id}
          columns={[
            { key: "number", head: CERTIFICATE.number, cell: (one) => one.number },
            { key: "name", head: CERTIFICATE.name, cell: (one) => one.name },
            { key: "attended", head: CERTIFICATE.attended, cell: (one) => one.attended },
            { key: "issuedOn", head: CERTIFICATE.issuedOn, cell: (one) => one.issuedOn },
            {
              key: "state",
              head: CERTIFICATE.state,
              cell: (one) => (one.stands ? CERTIFICATE.valid : CERTIFICATE.replaced(one.replacedOn)),
            },
            {
              key: "step",
              head: "操作",
              cell: (one) => (one.stands ? <Correct {...one} answer={actionData} /> : null),
            },
          ]}
        />
      )}
      <p className="my-8">
        <TextLink to={base}>{CERTIFICATE.back}</TextLink>
      </p>
    </>
  );
}

const Correct = ({
  id,
  name,
  number,
  answer,
}: Record<"id" | "name" | "number", string> & { answer: unknown }) => (
  <Folded summary={CERTIFICATE.correct}>
    <CommandForm
      command="event-certificate.correct"
      answer={answer}
      submit={CERTIFICATE.correct}
      kind="secondary"
      label={`${number} ${CERTIFICATE.correct}`}
      values={{ name }}
      labels={{ name: CERTIFICATE.newName }}
    >
      <input type="hidden" name="certificate" value={id} />
      <TextField label={CERTIFICATE.newName} hint={CERTIFICATE.correctHint} name="name" />
    </CommandForm>
  </Folded>
);
