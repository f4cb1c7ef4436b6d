const COOKIE = "yui-done";
/** Long enough for the page that a form leads to, and too short for the one after that. */
const SECONDS = 20;

/** Addresses of pages that say by themselves what was done. */
const SAYS_ITSELF =
  /[?&](saved|sent|changed|removed|restored|withdrawn|done|made|published|ended|reported)(=|&|#|$)/;

/** Where a table was taken in, its page says how much of it. */
const TELLS_HOW_MUCH = /(^|-)import\.take$/;

/** Tells the page that a form leads to which command was done, unless its address tells it. */
export const doneHeaders = (address: string, command: string): Record<string, string> =>
  SAYS_ITSELF.test(address) || TELLS_HOW_MUCH.test(command)
    ? {}
    : {
        "Set-Cookie": `${COOKIE}=${encodeURIComponent(command)}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax`,
      };

/** The command that was done just before this page was asked for. */
export function doneBefore(request: Request): string | undefined {
  const cookies = request.headers.get("cookie")?.split(/;\s*/) ?? [];
  const found = cookies.find((one) => one.startsWith(`${COOKIE}=`));
  return found && decodeURIComponent(found.slice(COOKIE.length + 1));
}

/** Said once: the browser forgets it. */
export const FORGET_DONE = `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
