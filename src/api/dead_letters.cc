// dead_letters.cc - see dead_letters.h.
#include "api/dead_letters.h"

#include "base/error.h"
#include "store/store.h"

namespace signpost {
namespace {

std::optional<Problem> write_letters(const OperationContext& context, const WriteQueue::Work& work) {
  try {
    context.store->write(work);
    return std::nullopt;
  } catch (const Error&) {
    return Problem{503, "It could not be kept. Try again in a moment."};
  }
}

}  // namespace

std::variant<DeadLetters, Problem> dead_letters(const OperationContext& context, int most) {
  DeadLetters letters;
  try {
    context.store->read([&](SqliteDatabase& database) {
      for (const OutboxCount& count : count_outbox(database)) letters.total += count.dead;
      each_outbox_entry(database, OutboxState::dead, most,
                        [&](const OutboxEntry& entry) { letters.first.push_back(entry); });
    });
  } catch (const Error&) {
    return Problem{503, "Requests can't be read. Try again in a moment."};
  }
  return letters;
}

std::optional<Problem> retry_letter(const OperationContext& context, int64_t row) {
  bool is_there = false;
  if (auto problem = write_letters(context, [&](SqliteDatabase& database) {
        is_there = retry_dead_letter(database, row, context.now);
      }))
    return problem;
  return is_there ? std::nullopt : std::optional(Problem{404, "There is no such dead letter."});
}

std::optional<Problem> retry_all_letters(const OperationContext& context) {
  return write_letters(context,
                       [&](SqliteDatabase& database) { retry_all_dead_letters(database, context.now); });
}

}  // namespace signpost
