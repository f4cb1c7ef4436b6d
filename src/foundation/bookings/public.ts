export { freeOf, inLine, isFull, isOnOffer, lapsedIn } from "./booking.rules.ts";
export type { Booking, BookingHolder } from "./booking.schema.ts";
export { defineBookings } from "./booking.usecases.server.ts";
