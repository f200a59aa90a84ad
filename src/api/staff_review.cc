// staff_review.cc - see staff_review.h.
#include "api/staff_review.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "base/dates.h"
#include "base/error.h"
#include "store/complaint_table.h"
#include "store/event_store.h"
#include "store/insight_table.h"
#include "store/store.h"

namespace signpost {
namespace {

using Numbers = std::map<DocumentName, int64_t>;

Numbers open_complaints(const OperationContext& context) {
  Numbers numbers;
  context.store->read([&](SqliteDatabase& database) {
    each_complaint_head(database, ComplaintState::open, [&](const Complaint& complaint) {
      ++numbers[{complaint.place.id, complaint.place.lang}];
    });
  });
  return numbers;
}

int64_t number_of(const Numbers& numbers, const ArticleRef& article) {
  const auto found = numbers.find({article.id, article.lang});
  return found == numbers.end() ? 0 : found->second;
}

class Queue {
 public:
  Queue(const OperationContext& context, const ArticleListQuestion& question)
      : context_(context), question_(question), today_(static_cast<uint32_t>(context.now / kSecondsOfDay)) {}

  ReviewQueue make() {
    const Searcher& searcher = context_.whole->searcher();
    const SourceOwners owners = context_.whole->owners();
    const Numbers complaints = open_complaints(context_);
    for (DueArticle& due : searcher.due_for_review(today_ + kReviewDaysAhead)) {
      if (!question_.lang.empty() && due.article.lang != question_.lang) continue;
      ArticleToReview one;
      one.article = std::move(due.article);
      one.review_by = due.review_by;
      one.is_past = one.review_by < today_;
      one.file = article_file(searcher, owners, one.article);
      one.complaints = number_of(complaints, one.article);
      add(std::move(one));
    }
    count_visits();
    return finish();
  }

 private:
  void add(ArticleToReview one) {
    names_.insert(one.file.owners.begin(), one.file.owners.end());
    if (is_looked_after_by(one.file, question_.owner)) queue_.articles.push_back(std::move(one));
  }

  void count_visits() {
    if (context_.events == nullptr) return;
    context_.events->read([&](SqliteDatabase& events) {
      for (ArticleToReview& one : queue_.articles)
        one.visits =
            article_visits(events, one.article.id, one.article.lang, today_ - kReviewReadDays + 1, today_);
    });
  }

  ReviewQueue finish() {
    std::vector<ArticleToReview>& all = queue_.articles;
    std::sort(all.begin(), all.end(), [](const ArticleToReview& a, const ArticleToReview& b) {
      return std::tuple(a.review_by, -a.visits, std::cref(a.article.title).get(), a.article.lang) <
             std::tuple(b.review_by, -b.visits, std::cref(b.article.title).get(), b.article.lang);
    });
    queue_.total = all.size();
    queue_.owners.assign(names_.begin(), names_.end());
    all.erase(all.begin(), all.begin() + static_cast<ptrdiff_t>(std::min(question_.first, all.size())));
    if (all.size() > question_.most) all.resize(question_.most);
    return std::move(queue_);
  }

  const OperationContext& context_;
  const ArticleListQuestion& question_;
  const uint32_t today_;
  std::set<std::string> names_;
  ReviewQueue queue_;
};

}  // namespace

std::variant<ReviewQueue, Problem> staff_review(const OperationContext& context,
                                                const ArticleListQuestion& question) {
  try {
    return Queue(context, question).make();
  } catch (const Error&) {
    return Problem{503, "The review queue can't be read. Try again in a moment."};
  }
}

}  // namespace signpost
