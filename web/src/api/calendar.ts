import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import { keys } from "./keys";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From and to, such as 09:00 and 18:00; 24:00 for midnight at the end. */
export type Stretch = [string, string];
export type NamedDay = { date: string; name: string };

export type WorkCalendar = {
  days: Partial<Record<Weekday, Stretch[]>>;
  holidays: NamedDay[];
  workdays: NamedDay[];
};

export const calendarQuery = queryOptions({
  queryKey: keys.workCalendar,
  queryFn: ({ signal }) => call<WorkCalendar>("GET", "/settings/calendar", { signal }),
});

export const saveCalendar = (calendar: WorkCalendar): Promise<WorkCalendar> =>
  call("PUT", "/settings/calendar", { body: calendar });
