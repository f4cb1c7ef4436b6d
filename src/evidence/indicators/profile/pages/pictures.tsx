import { VISITOR } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { chartOf } from "../charts/present.ts";
import { shareCard } from "../charts/share-card.present.ts";
import { languageOf } from "../messages.ts";
import { readProfile } from "../usecases.server.ts";
import type { Route } from "./+types/pictures";

/** Others may show it on their own pages; it asks for nothing and runs nothing. */
const HEADERS = {
  "Content-Type": "image/svg+xml; charset=utf-8",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cache-Control": "public, max-age=300",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
};

/**
 * The chart of an indicator, or the card of a profile, as a picture by itself. It is for other pages and for messages, so it
 * shows what anyone may see, whoever asks.
 */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const language = languageOf(url);
  const { profile } = shown(await readProfile(app, VISITOR, { area: params.area, language }));
  const { indicator } = params;
  if (indicator === undefined) return new Response(shareCard(profile, language), { headers: HEADERS });
  const row = profile.indicators.find((one) => one.indicator.code === indicator);
  const chart = row && chartOf(row, "chart", language);
  if (!chart) return new Response(null, { status: 404 });
  return new Response(chart.wide, { headers: HEADERS });
}
