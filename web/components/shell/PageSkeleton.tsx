/** The shape of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className="frame" aria-busy="true">
      <div className="side" />
      <main className="main" aria-label="The page is on its way">
        <span className="skeleton mb-3 h-[16px] w-[220px]" />
        <span className="skeleton h-[32px] max-w-[560px]" />
        <span className="skeleton mt-6 h-[48px]" />
        <span className="skeleton mt-3 h-[84px]" />
        <span className="skeleton mt-10 h-[260px]" />
      </main>
    </div>
  )
}
