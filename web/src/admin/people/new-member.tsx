import { Alert, Button, Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { type Department, inviteMember, type Member, makeMember } from "@/api/people";
import { Copied } from "@/app/copied";
import { useLanguage } from "@/i18n";
import { LinkCard } from "./link-card";
import { oneTimePassword } from "./model";
import { DepartmentPicker } from "./pickers";
import { usePeopleChange } from "./use-people";

type How = "link" | "password" | "none";
type Fields = { name: string; jobTitle?: string; department?: string | null; how: How; account?: string };
type Made = { member: Member; token?: string; password?: string };

async function make({ how, account, ...wanted }: Fields): Promise<Made> {
  const password = how === "password" ? oneTimePassword((into) => crypto.getRandomValues(into)) : undefined;
  const member = await makeMember(password === undefined ? wanted : { ...wanted, account, password });
  if (how !== "link") return { member, password };
  return { member, token: (await inviteMember(member.id, account || null)).token };
}

function Done({ made }: { made: Made }) {
  const { t } = useLanguage();
  const { name } = made.member;
  if (made.token !== undefined) return <LinkCard token={made.token} text={t("people.linkOnce")} />;
  if (made.password === undefined) return <p>{t("people.made", { name })}</p>;
  return (
    <>
      <Copied label={t("people.initialPassword")} text={made.password} />
      <Alert type="info" showIcon title={t("people.passwordOnce", { name })} style={{ marginTop: 12 }} />
    </>
  );
}

function NewMemberForm({ departments, make }: { departments: readonly Department[]; make: (fields: Fields) => void }) {
  const { t } = useLanguage();
  const [form] = Form.useForm<Fields>();
  const how = Form.useWatch("how", form) ?? "link";
  return (
    <Form<Fields> id="new-member" form={form} layout="vertical" initialValues={{ how: "link" }} onFinish={make}>
      <Form.Item
        name="name"
        label={t("people.field.name")}
        rules={[{ required: true, whitespace: true, message: t("people.nameRequired") }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="jobTitle" label={t("people.field.jobTitle")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="department" label={t("people.field.department")}>
        <DepartmentPicker departments={departments} />
      </Form.Item>
      <Form.Item name="how" label={t("people.addHow")}>
        <Radio.Group
          vertical
          options={(["link", "password", "none"] as const).map((value) => ({
            value,
            label: t(`people.addBy.${value}`),
          }))}
        />
      </Form.Item>
      {how !== "none" && (
        <Form.Item
          name="account"
          label={t("people.field.account")}
          extra={how === "link" ? t("people.field.accountHint") : undefined}
          rules={[{ required: how === "password", message: t("people.join.accountRequired") }]}
        >
          <Input maxLength={100} autoComplete="off" autoCapitalize="off" />
        </Form.Item>
      )}
    </Form>
  );
}

/** Adds one member, and hands out by what they get in. */
export function NewMember({ departments, close }: { departments: readonly Department[]; close: () => void }) {
  const { t } = useLanguage();
  const [made, setMade] = useState<Made | null>(null);
  const adding = usePeopleChange(make, setMade);
  const title = made ? t("people.made", { name: made.member.name }) : t("people.addTitle");
  const footer = made ? (
    <Button type="primary" onClick={close}>
      {t("common.close")}
    </Button>
  ) : (
    <>
      <Button onClick={close}>{t("common.cancel")}</Button>
      <Button type="primary" htmlType="submit" form="new-member" loading={adding.isPending}>
        {t("people.add")}
      </Button>
    </>
  );
  return (
    <Modal open title={title} footer={footer} onCancel={close} mask={{ closable: false }}>
      {made ? <Done made={made} /> : <NewMemberForm departments={departments} make={adding.mutate} />}
    </Modal>
  );
}
