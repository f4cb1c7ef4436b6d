/** A calendar, to be followed or, under a name, to be saved. */
export const calendarResponse = (text: string, name?: string): Response =>
  new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      ...(name ? { "Content-Disposition": `attachment; filename="${name}"` } : {}),
      "Cache-Control": "private, no-store",
    },
  });
