// staff_gaps.cc - see staff_gaps.h.
#include "api/staff_gaps.h"

#include "base/error.h"
#include "store/event_store.h"
#include "store/gap_table.h"
#include "store/store.h"

namespace signpost {
namespace {

const Problem kNoGap{404, "There is no such gap."};

// What may be shown of their queries, as far as it is still known.
void add_examples(const OperationContext& context, std::vector<ShownGap>& gaps) {
  if (context.events == nullptr) return;
  context.events->read([&](SqliteDatabase& events) {
    for (ShownGap& shown : gaps) shown.examples = gap_examples(events, shown.gap);
  });
}

}  // namespace

std::variant<GapsFound, Problem> staff_gaps(const OperationContext& context, std::optional<GapState> state,
                                            size_t first, size_t most) {
  GapsFound found;
  try {
    context.store->read([&](SqliteDatabase& database) {
      found.total = count_gaps(database, state);
      for (Gap& gap : gaps_of_page(database, state, first, most))
        found.gaps.push_back(with_requests(database, std::move(gap)));
    });
    add_examples(context, found.gaps);
  } catch (const Error&) {
    return Problem{503, "Gaps can't be read. Try again in a moment."};
  }
  return found;
}

std::variant<ShownGap, Problem> staff_gap(const OperationContext& context, std::string_view number) {
  const auto wanted = parse_gap(number);
  if (!wanted) return kNoGap;
  std::vector<ShownGap> found;
  try {
    context.store->read([&](SqliteDatabase& database) {
      if (auto gap = find_gap(database, *wanted)) found.push_back(with_requests(database, std::move(*gap)));
    });
    add_examples(context, found);
  } catch (const Error&) {
    return Problem{503, "Gaps can't be read. Try again in a moment."};
  }
  if (found.empty()) return kNoGap;
  return std::move(found.front());
}

std::optional<Problem> change_staff_gap(const OperationContext& context, std::string_view number,
                                        GapState state, const std::string& author) {
  const auto wanted = parse_gap(number);
  if (!wanted) return kNoGap;
  const std::string generation = context.generation == nullptr ? "" : context.searcher().name();
  bool is_there = false;
  try {
    context.store->write([&](SqliteDatabase& database) {
      is_there = change_gap_state(database, *wanted, {state, context.now, generation, author});
    });
  } catch (const Error&) {
    return Problem{503, "It could not be kept. Try again in a moment."};
  }
  return is_there ? std::nullopt : std::optional(kNoGap);
}

}  // namespace signpost
