import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router/dom";
import { whenConfined, whenSignedOut } from "@/api/client";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { ThemeProvider } from "@/theme/theme";
import { Boundary } from "./boundary";
import { createRouter } from "./router";

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, failure) =>
        count < 2 && failure instanceof Problem && (failure.isOffline || failure.status >= 502),
    },
  },
});
whenSignedOut(() => cache.setQueryData(keys.me, null));
whenConfined(() => void cache.invalidateQueries({ queryKey: keys.me }));
const router = createRouter();

export function Root() {
  return (
    <QueryClientProvider client={cache}>
      <ThemeProvider>
        <Boundary>
          <RouterProvider router={router} />
        </Boundary>
      </ThemeProvider>
    </QueryClientProvider>
  );
}
