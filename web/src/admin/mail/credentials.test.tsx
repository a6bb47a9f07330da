import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Credential } from "@/api/credentials";
import { MeProvider } from "@/app/signed-in";
import { ME, server, show } from "@/testing/render";
import { Component as CredentialsPage } from "./credentials-page";

const ERP: Credential = {
  code: "jin_die",
  name: "金蝶",
  origin: "https://erp.example.com",
  changedAt: "2026-11-22T02:00:00Z",
  usedBy: ["推给金蝶"],
};

const dialog = async () => within(await screen.findByRole("dialog"));

describe("a credential", () => {
  it("is added with its place, and what it holds is shown nowhere", async () => {
    let kept: Credential[] = [];
    const sent = server({
      "GET /credentials": () => ({ json: { items: kept, next: null } }),
      "POST /credentials": () => {
        kept = [{ ...ERP, usedBy: [] }];
        return { status: 201, json: kept[0] as Credential };
      },
    });
    show(<CredentialsPage />);
    await userEvent.click(await screen.findByRole("button", { name: /添加凭据/ }));
    const asked = await dialog();
    await userEvent.click(asked.getByRole("button", { name: "添加凭据" }));
    expect(await asked.findByText("请写要发的内容")).toBeTruthy();
    await userEvent.type(asked.getByLabelText("名称"), "金蝶");
    await userEvent.type(asked.getByLabelText("对方的地址"), "erp.example.com");
    await userEvent.type(asked.getByLabelText("内容"), "Bearer geheim");
    await userEvent.click(asked.getByRole("button", { name: "添加凭据" }));
    expect(await screen.findByText("还没有规则用它")).toBeTruthy();
    expect(sent.find(({ method }) => method === "POST")?.body).toEqual({
      name: "金蝶",
      origin: "erp.example.com",
      secret: "Bearer geheim",
    });
  });

  it("keeps what it holds unless another place is said, which asks for it again", async () => {
    const sent = server({
      "GET /credentials": () => ({ json: { items: [ERP], next: null } }),
      "PATCH /credentials/jin_die": () => ({ json: ERP }),
    });
    show(<CredentialsPage />);
    await userEvent.click(await screen.findByRole("button", { name: /金蝶.*用它的规则：推给金蝶/ }));
    let asked = await dialog();
    await userEvent.type(asked.getByLabelText("名称"), "云");
    await userEvent.click(asked.getByRole("button", { name: /保\s*存/ }));
    await waitFor(() =>
      expect(sent.find(({ method }) => method === "PATCH")?.body).toEqual({ name: "金蝶云", origin: ERP.origin }),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await userEvent.click(screen.getByRole("button", { name: /用它的规则/ }));
    asked = await dialog();
    await userEvent.type(asked.getByLabelText("对方的地址"), ":8443");
    expect(await asked.findByText("换了地址，需要重新填写内容")).toBeTruthy();
    await userEvent.click(asked.getByRole("button", { name: /保\s*存/ }));
    expect(await asked.findByText("请写要发的内容")).toBeTruthy();
    expect(sent.filter(({ method }) => method === "PATCH")).toHaveLength(1);
  });

  it("that is used is not deleted, and says why", async () => {
    server({
      "GET /credentials": () => ({ json: { items: [ERP], next: null } }),
      "DELETE /credentials/jin_die": () => ({
        status: 409,
        json: { code: "credential-used", detail: "凭据「金蝶」还有 1 处在用，如「推给金蝶」。" },
      }),
    });
    show(<CredentialsPage />);
    await userEvent.click(await screen.findByRole("button", { name: /用它的规则/ }));
    await userEvent.click((await dialog()).getByRole("button", { name: "删除凭据" }));
    await screen.findByText("内容随之删除，找不回来。");
    const sure = within(screen.getAllByRole("dialog").at(-1) as HTMLElement);
    await userEvent.click(sure.getByRole("button", { name: "删除凭据" }));
    expect(await screen.findByText(/还有 1 处在用/)).toBeTruthy();
  });
});

describe("credentials", () => {
  it("are for administrators alone", () => {
    const sent = server({});
    show(
      <MeProvider value={{ ...ME, admin: false }}>
        <CredentialsPage />
      </MeProvider>,
    );
    expect(sent).toEqual([]);
  });
});
