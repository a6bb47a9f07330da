import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { changeGroup, deleteGroup, type Group, groupsQuery, type Member, makeGroup } from "@/api/people";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { listed } from "./model";
import css from "./people.module.css";
import { MembersPicker } from "./pickers";
import { PeoplePlace } from "./places";
import { usePeople, usePeopleChange } from "./use-people";

type Fields = { name: string; members: string[] };

function useDelete(group: Group | null, close: () => void) {
  const { t } = useLanguage();
  const toast = useToast();
  const { modal } = App.useApp();
  const deleting = usePeopleChange(deleteGroup, close);
  return () =>
    group &&
    modal.confirm({
      title: t("people.group.deleteTitle", { name: group.name }),
      content: t("people.group.deleteText"),
      okText: t("people.group.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: async () => {
        await deleting.mutateAsync(group.id);
        toast.done(t("people.group.deleted", { name: group.name }));
      },
    });
}

type DialogProps = { group: Group | null; members: readonly Member[]; close: () => void };

function GroupDialog({ group, members, close }: DialogProps) {
  const { t } = useLanguage();
  const toast = useToast();
  const [form] = Form.useForm<Fields>();
  const remove = useDelete(group, close);
  const save = usePeopleChange(
    ({ name, members: picked }: Fields) =>
      group ? changeGroup(group, { name, members: picked }) : makeGroup(name, picked),
    (saved) => {
      toast.done(group ? t("people.changed") : t("people.group.made", { name: saved.name }));
      close();
    },
  );
  return (
    <Modal
      open
      title={group?.name ?? t("people.group.add")}
      okText={group ? t("common.save") : t("people.group.add")}
      cancelText={t("common.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ name: group?.name ?? "", members: group?.members ?? [] }}
        onFinish={save.mutate}
      >
        <Form.Item
          name="name"
          label={t("people.group.name")}
          rules={[{ required: true, whitespace: true, message: t("people.group.nameRequired") }]}
        >
          <Input maxLength={100} autoFocus={group === null} />
        </Form.Item>
        <Form.Item name="members" label={t("people.group.members")}>
          <MembersPicker members={members.filter((one) => one.active || group?.members.includes(one.id))} />
        </Form.Item>
      </Form>
      {group && (
        <Button danger type="link" onClick={remove}>
          {t("people.group.delete")}
        </Button>
      )}
    </Modal>
  );
}

function GroupRow({ group, members, open }: { group: Group; members: readonly Member[]; open: () => void }) {
  const { t, language } = useLanguage();
  const name = (id: string) => members.find((one) => one.id === id)?.name ?? "";
  const names = group.members.map(name).join(listed(language));
  return (
    <button type="button" className={`plain ${css.item}`} onClick={open}>
      <span className={css.about}>
        <strong className="ellipsis">{group.name}</strong>
        <span className="muted ellipsis">{names}</span>
      </span>
      <span className="faint num">{t("people.count", { n: group.members.length })}</span>
    </button>
  );
}

function Groups() {
  const { t } = useLanguage();
  const people = usePeople();
  const groups = useQuery(groupsQuery);
  const [open, setOpen] = useState<Group | null | "new">(null);
  if (people.pending || groups.isPending) return <PageSkeleton />;
  if (groups.isError) return <Failure error={groups.error} retry={() => void groups.refetch()} />;
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("new")}>
      {t("people.group.add")}
    </Button>
  );
  return (
    <>
      {groups.data.length === 0 ? (
        <Empty title={t("people.group.empty")} text={t("people.group.emptyText")} action={add} />
      ) : (
        <>
          <div className={css.bar}>
            <span className={css.grow} />
            {add}
          </div>
          <ul className={css.list}>
            {groups.data.map((group) => (
              <li key={group.id}>
                <GroupRow group={group} members={people.members} open={() => setOpen(group)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {open !== null && (
        <GroupDialog group={open === "new" ? null : open} members={people.members} close={() => setOpen(null)} />
      )}
    </>
  );
}

export function Component() {
  return (
    <PeoplePlace>
      <Groups />
    </PeoplePlace>
  );
}
