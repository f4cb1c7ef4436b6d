import book from "lucide-static/icons/book-open.svg?raw";
import house from "lucide-static/icons/building-2.svg?raw";
import calendar from "lucide-static/icons/calendar.svg?raw";
import today from "lucide-static/icons/calendar-check.svg?raw";
import chart from "lucide-static/icons/chart-line.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import right from "lucide-static/icons/chevron-right.svg?raw";
import help from "lucide-static/icons/circle-help.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import more from "lucide-static/icons/ellipsis.svg?raw";
import file from "lucide-static/icons/file-text.svg?raw";
import globe from "lucide-static/icons/globe.svg?raw";
import support from "lucide-static/icons/hand-heart.svg?raw";
import inbox from "lucide-static/icons/inbox.svg?raw";
import office from "lucide-static/icons/landmark.svg?raw";
import signIn from "lucide-static/icons/log-in.svg?raw";
import mail from "lucide-static/icons/mail.svg?raw";
import map from "lucide-static/icons/map.svg?raw";
import place from "lucide-static/icons/map-pin.svg?raw";
import consult from "lucide-static/icons/message-square-text.svg?raw";
import phone from "lucide-static/icons/phone.svg?raw";
import reply from "lucide-static/icons/reply.svg?raw";
import plan from "lucide-static/icons/route.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import settings from "lucide-static/icons/settings.svg?raw";
import audit from "lucide-static/icons/shield-check.svg?raw";
import warning from "lucide-static/icons/triangle-alert.svg?raw";
import upload from "lucide-static/icons/upload.svg?raw";
import person from "lucide-static/icons/user.svg?raw";
import people from "lucide-static/icons/users.svg?raw";

/** One quiet set, of lucide (ISC); a sign has one meaning, and a page holds those alone that it shows. */
const SIGNS = {
  audit,
  book,
  calendar,
  chart,
  check,
  clock,
  consult,
  file,
  globe,
  help,
  house,
  inbox,
  mail,
  map,
  more,
  office,
  people,
  person,
  phone,
  place,
  plan,
  reply,
  right,
  search,
  settings,
  signIn,
  support,
  today,
  upload,
  warning,
};
export type IconName = keyof typeof SIGNS;

const DRAWN = Object.fromEntries(
  Object.entries(SIGNS).map(([name, svg]) => [
    name,
    svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s+/g, " "),
  ]),
) as Record<IconName, string>;

/** A sign beside its word, which says the same: readers of the screen hear the word alone. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawings of the set above
      dangerouslySetInnerHTML={{ __html: DRAWN[name] }}
    />
  );
}
