import { onRow, onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Copied } from "#ui/copied.tsx";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { endOfClient, listClients, makeClient } from "../clients/client.usecases.server.ts";
import { publishedContext } from "../dataset.schema.ts";
import { CLIENTS } from "../messages.ts";
import type { Route } from "./+types/clients";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor } = signedInRequest(args);
  const clients = shown(await listClients(app, actor, { area: args.params.area }));
  const { keyed, datasets } = args.context.get(publishedContext);
  const titles = new Map(keyed.map(({ name, title }) => [name, title.ja]));
  return {
    clients: clients.map(({ id, name, datasets: own, madeAt }) => ({
      ...{ id, name, madeAt: showInstantJa(madeAt) },
      datasets: own.map((one) => titles.get(one) ?? one).join("、"),
    })),
    keyed: keyed.map(({ name, title }) => ({ value: name, label: title.ja })),
    open: datasets.map(({ title }) => title.ja),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor } = signedInRequest(args);
  const { area } = args.params;
  const on = onTarget(app, actor, { area });
  return answerForm<{ name: string; key: string }>(args.request, [
    on(makeClient, ({ name, key }) => ({ name, key })),
    onRow(app, actor, { area })(endOfClient, () => `/areas/${area}/api-clients`),
  ]);
}

export default function Clients({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { clients, keyed, open } = loaderData;
  const made = answer && "key" in answer ? answer : undefined;
  return (
    <>
      <PageHead title={CLIENTS.title} lead={CLIENTS.lead} />
      {made ? (
        <Notice kind="success" title={CLIENTS.made(made.name)}>
          <Copied text={made.key} />
          <p>{CLIENTS.how}</p>
        </Notice>
      ) : null}
      {keyed.length === 0 ? (
        <Empty title={CLIENTS.noDatasets} />
      ) : (
        <CommandForm
          command="api-client.make"
          answer={answer}
          labels={{ name: CLIENTS.name, datasets: CLIENTS.datasets }}
          submit={CLIENTS.submit}
        >
          <TextField label={CLIENTS.name} hint={CLIENTS.nameHint} name="name" maxLength={80} />
          <ChoiceField label={CLIENTS.datasets} name="datasets" type="checkbox" options={keyed} />
        </CommandForm>
      )}
      <Section title={CLIENTS.list}>
        {clients.length === 0 ? <Empty title={CLIENTS.none} /> : null}
        {clients.map(({ id, name, datasets, madeAt }) => (
          <div key={id} className="mb-6">
            <Facts
              items={[
                { name: CLIENTS.columns.name, value: name },
                { name: CLIENTS.columns.datasets, value: datasets },
                { name: CLIENTS.columns.madeAt, value: madeAt },
              ]}
            />
            <CommandForm command="api-client.end" answer={answer} submit={CLIENTS.end} kind="secondary">
              <input type="hidden" name="id" value={id} />
            </CommandForm>
          </div>
        ))}
      </Section>
      <Section title={CLIENTS.open.title} lead={CLIENTS.open.lead}>
        <ul className="mb-4 list-disc pl-6">
          {open.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
        <TextLink to="/catalog.json" reload>
          {CLIENTS.open.catalogue}
        </TextLink>
      </Section>
    </>
  );
}
