import { requestOf } from "#foundation/identity/public.ts";
import { awayFrom } from "#platform/web/away.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CountTable } from "#ui/count-table.tsx";
import { Leave } from "#ui/leave.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { KOKORO, spokenIn } from "../model/kokoro.messages.ts";
import { HotlineList } from "../parts/hotline-list.tsx";
import { readPublicPage } from "../support/public-page.queries.server.ts";
import type { Route } from "./+types/kokoro";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  if (url.searchParams.has("leave")) throw awayFrom();
  const { app, actor } = requestOf(context);
  return { ...shown(await readPublicPage(app, actor, params)), language: spokenIn(url) };
}

export const meta = () => [{ name: "referrer", content: "no-referrer" }];

/** Help first, for anybody; then what stands behind the numbers, and the numbers last. */
export default function Kokoro({ loaderData }: Route.ComponentProps) {
  const { area, hotlines, desks, groups, figures, language } = loaderData;
  const { leave, other, kokoro: say } = KOKORO[language];
  const lang = language === "en" ? "?lang=en" : "";
  const base = `/areas/${area.slug}`;
  const rate = figures?.figures.find(({ value }) => value !== null);
  return (
    <div lang={language}>
      <PageHead title={say.title} lead={say.lead} />
      <p className="no-print">
        <TextLink to={language === "en" ? "?" : "?lang=en"}>{other}</TextLink>
      </p>
      <Section title={say.helpNow}>
        <p className="text-std-17B-170">{say.emergency}</p>
        <HotlineList {...{ hotlines, language }} />
      </Section>
      <Section title={say.desks}>
        {desks.length === 0 ? <p>{say.noDesks}</p> : null}
        <ul>
          {desks.map(({ name, phone }) => (
            <li key={name} lang="ja">
              {name} <a href={`tel:${phone}`}>{phone}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say.notice}>
        <p className="max-w-3xl">{say.noticeText}</p>
      </Section>
      <Section title={say.bereaved}>
        <p className="max-w-3xl">{say.bereavedText}</p>
        <h3 className="mt-4 text-std-18B-160">{say.groups}</h3>
        {groups.length === 0 ? <p>{say.groupNone}</p> : null}
        <ul>
          {groups.map(({ name, phone, dates }) => (
            <li key={name}>
              {say.group(name, phone)}
              {dates.map(({ id, day }) => (
                <span key={id} className="ml-3">
                  <TextLink to={`${base}/events/${id}${lang}`}>{day}</TextLink>
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say.work}>
        <p>
          <TextLink to={`${base}/workplace-care${lang}`}>{say.workLink}</TextLink>
        </p>
        <p>
          <TextLink to={`${base}/return-to-work${lang}`}>{say.returnLink}</TextLink>
        </p>
      </Section>
      <Section title={say.figures} lead={say.figuresLead}>
        {figures ? (
          <div lang="ja">
            <p>{figures.period}</p>
            {figures.figures.map(({ title, unit, value }) =>
              value === null ? null : (
                <p key={title}>
                  {title}: {value}（{unit}）
                </p>
              ),
            )}
            {rate ? null : <p lang={language}>{say.rateHidden}</p>}
            {figures.tables.map((table) => (
              <div key={table.key} className="my-4">
                <h3 className="text-std-18B-160">{table.title}</h3>
                <p className="text-dns-14N-130">{table.lead}</p>
                <CountTable
                  caption={table.title}
                  head={table.head}
                  columns={table.columns}
                  rows={table.rows}
                />
              </div>
            ))}
          </div>
        ) : (
          <p>{say.figuresNone}</p>
        )}
      </Section>
      <Leave label={leave} />
    </div>
  );
}
