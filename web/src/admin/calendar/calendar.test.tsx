import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { WorkCalendar } from "@/api/calendar";
import { server, show } from "@/testing/render";
import { CalendarForm } from "./calendar-page";
import { withEnd, withMore, without } from "./week";

const USUAL: WorkCalendar = { days: { mon: [["09:00", "18:00"]], tue: [] }, holidays: [], workdays: [] };

describe("the working calendar", () => {
  it("has stretches that end at midnight", () => {
    const days = withEnd(withMore(USUAL.days, "mon"), "mon", 1, 1, "00:00");
    expect(days.mon).toEqual([
      ["09:00", "18:00"],
      ["18:00", "24:00"],
    ]);
    expect(without(days, "mon", 0).mon).toEqual([["18:00", "24:00"]]);
  });

  it("is saved as a whole, with days as a spreadsheet has them", async () => {
    const sent = server({ "PUT /settings/calendar": () => ({ json: USUAL }) });
    show(<CalendarForm saved={USUAL} />);
    await userEvent.click(screen.getByRole("checkbox", { name: "周二" }));
    await userEvent.click(screen.getByRole("textbox", { name: "节假日" }));
    await userEvent.paste("2026/10/1\t国庆节\n2026/10/2\t国庆节");
    await userEvent.click(screen.getByRole("button", { name: /保\s*存/ }));
    await waitFor(() =>
      expect(sent.find((one) => one.method === "PUT")?.body).toEqual({
        days: { mon: [["09:00", "18:00"]], tue: [["09:00", "18:00"]] },
        holidays: [
          { date: "2026-10-01", name: "国庆节" },
          { date: "2026-10-02", name: "国庆节" },
        ],
        workdays: [],
      }),
    );
  });

  it("is not saved while a line is no day", async () => {
    server({});
    show(<CalendarForm saved={USUAL} />);
    await userEvent.type(screen.getByRole("textbox", { name: "调休上班日" }), "国庆");
    expect(screen.getByRole("button", { name: /保\s*存/ })).toHaveProperty("disabled", true);
    expect(screen.getByText(/第 1 行/)).toBeDefined();
  });
});
