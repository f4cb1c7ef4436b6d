/** A sign-up is what its booking is. */
export type BookingState = "waiting" | "offered" | "booked" | "attended" | "cancelled";
