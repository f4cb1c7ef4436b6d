import { type MapShape, pointMap } from "#ui/charts/point-map.ts";
import { FIND } from "./find.messages.ts";

type Drawn = Readonly<{
  points: readonly Readonly<{ id: string; name: string; latitude: number; longitude: number }>[];
  shapes: readonly MapShape[];
  origin: Readonly<{ latitude: number; longitude: number }> | null;
}>;

const CLOSE_KM = "2";

/** The map of what was found: one leads to its page, several to what lies around them. */
export function drawMap(
  { points, shapes, origin }: Drawn,
  { base, language }: { base: string; language: "ja" | "en" },
): string {
  const text = FIND[language];
  const lang = language === "en" ? "?lang=en" : "";
  return pointMap({
    text: text.mapText,
    points: points.map(({ id, name, latitude, longitude }) => ({
      latitude,
      longitude,
      label: name,
      to: `${base}/${id}${lang}`,
    })),
    shapes,
    origin: origin ?? undefined,
    many: ({ latitude, longitude }, count) => ({
      to: `${base}?from=${latitude.toFixed(4)},${longitude.toFixed(4)}&km=${CLOSE_KM}${language === "en" ? "&lang=en" : ""}`,
      label: text.count(count),
    }),
  });
}
