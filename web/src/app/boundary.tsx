import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { useLanguage } from "@/i18n";
import { Empty } from "./empty";

function Crash() {
  const { t } = useLanguage();
  return (
    <Empty
      title={t("common.error.title")}
      text={t("common.error.crash")}
      alert
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t("common.error.reload")}
        </Button>
      }
    />
  );
}

/** The last net: whatever throws while rendering outside a route still leaves a sentence and a way on. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Crash /> : this.props.children;
  }
}

/** A route that threw keeps the shell around it. */
export function RouteError() {
  const failure = useRouteError();
  return isRouteErrorResponse(failure) && failure.status === 404 ? <NotFound /> : <Crash />;
}

export function NotFound() {
  const { t } = useLanguage();
  return (
    <Empty
      title={t("common.error.notFound")}
      text={t("common.error.notFoundText")}
      action={
        <Button type="primary" href="/">
          {t("common.error.home")}
        </Button>
      }
    />
  );
}
