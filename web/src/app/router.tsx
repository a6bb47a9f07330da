import { createBrowserRouter, type RouteObject } from "react-router";
import { NotFound, RouteError } from "./boundary";
import { OPEN_PAGES, PAGES } from "./pages";
import { SignedIn } from "./signed-in";
import { PageSkeleton } from "./skeleton";

const guarded = { ErrorBoundary: RouteError, HydrateFallback: PageSkeleton };

const routes: RouteObject[] = [
  ...Object.entries(OPEN_PAGES).map(([path, lazy]) => ({ path, lazy, ...guarded })),
  {
    path: "/",
    Component: SignedIn,
    ...guarded,
    children: [
      ...Object.entries(PAGES).map(([path, lazy]) => ({ path, lazy, ErrorBoundary: RouteError })),
      { path: "*", Component: NotFound, ErrorBoundary: RouteError },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes);
}
