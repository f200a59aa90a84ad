// like_requests.cc - see like_requests.h.
#include "api/like_requests.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/error.h"
#include "base/fnv1a.h"
#include "feedback/comment_words.h"
#include "store/request_code.h"
#include "store/request_search.h"
#include "store/request_table.h"
#include "store/store.h"

namespace signpost {
namespace {

// What a request is compared by: sums of words and of articles, ascending, each once.
using Marks = std::vector<uint64_t>;

constexpr uint64_t kOfArticle = uint64_t{1} << 63;  // words have 32 bits

Marks marks_of(const RequestGist& gist) {
  std::string text = gist.message;
  for (const std::string& question : gist.packet.questions) text += "\n" + question;
  Marks marks;
  for (const uint32_t word : comment_words(text, gist.lang)) marks.push_back(word);
  const auto add = [&](std::string_view id) { marks.push_back(fnv1a(id) | kOfArticle); };
  for (const ReadSection& read : gist.packet.read) add(read.id);
  for (const TriedStep& tried : gist.packet.tried) add(tried.id);
  for (const std::string& answer : gist.packet.answers) add(answer.substr(0, answer.find('#')));
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

RequestGist gist_of(const StoredRequest& request) {
  RequestGist gist{.code = request.code,
                   .lang = request.draft.lang,
                   .message = request.draft.message,
                   .packet = request.draft.packet};
  return gist;
}

struct Compared {
  std::string code;
  Marks marks;
};

// How much it says that two have the same mark: the rarer, the more (idf); squared, as lengths are.
class MarkWeights {
 public:
  explicit MarkWeights(const std::vector<Compared>& all) : count_(static_cast<double>(all.size())) {
    for (const Compared& one : all) {
      for (const uint64_t mark : one.marks) ++having_[mark];
    }
  }
  double of(uint64_t mark) const {
    const auto known = having_.find(mark);
    const double idf = std::log((count_ + 1) / (known == having_.end() ? 1 : known->second + 1) + 1);
    return idf * idf;
  }
  double of(const Marks& marks) const {
    double sum = 0;
    for (const uint64_t mark : marks) sum += of(mark);
    return sum;
  }

 private:
  const double count_;
  std::unordered_map<uint64_t, double> having_;
};

// The cosine of both.
double likeness_of(const Marks& a, const Marks& b, const MarkWeights& weights) {
  Marks both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const double lengths = std::sqrt(weights.of(a) * weights.of(b));
  return lengths == 0 ? 0 : weights.of(both) / lengths;
}

struct Likest {
  double likeness;
  std::string code;
};

std::vector<Likest> likest(const Marks& wanted, const std::vector<Compared>& all) {
  const MarkWeights weights(all);
  std::vector<Likest> like;
  for (const Compared& one : all) {
    const double likeness = likeness_of(wanted, one.marks, weights);
    if (likeness >= kLeastLikeness) like.push_back({likeness, one.code});
  }
  std::stable_sort(like.begin(), like.end(),
                   [](const Likest& a, const Likest& b) { return a.likeness > b.likeness; });
  like.resize(std::min(like.size(), kMostLike));
  return like;
}

}  // namespace

std::variant<std::vector<LikeRequest>, Problem> like_requests(const OperationContext& context,
                                                              const StoredRequest& request) {
  std::vector<LikeRequest> found;
  try {
    context.store->read([&](SqliteDatabase& database) {
      std::vector<Compared> all;
      each_gist(database, kMostCompared, [&](const RequestGist& gist) {
        if (gist.code != request.code && !gist.is_merged) all.push_back({gist.code, marks_of(gist)});
      });
      for (const Likest& one : likest(marks_of(gist_of(request)), all)) {
        const auto code = parse_request_code(one.code);
        auto whole = code ? find_request(database, *code) : std::nullopt;
        if (whole) found.push_back({*std::move(whole), one.likeness});
      }
    });
  } catch (const Error&) {
    return Problem{503, "Requests can't be read. Try again in a moment."};
  }
  return found;
}

}  // namespace signpost
