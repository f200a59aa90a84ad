// stack_exchange.cc - what is remembered of a question lies in a temporary file: its accepted answer and the
// name of its folder.
#include "importer/stack_exchange.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "importer/attribution.h"
#include "importer/html_markdown.h"
#include "importer/id_set.h"
#include "importer/post_file.h"
#include "importer/slot_file.h"
#include "importer/stack_exchange_post.h"
#include "importer/xml_rows.h"

namespace signpost {
namespace {

using Type = StackExchangePost::Type;

class StackExchangeImport {
 public:
  StackExchangeImport(const ImportOptions& options, const SiteAddress& site, ThreadStore& store,
                      FindingPrinter& findings)
      : options_(options),
        site_(site),
        store_(store),
        findings_(findings),
        posts_path_(options.dump + "/Posts.xml"),
        users_(store.folder()),
        questions_(store.folder()) {}

  ImportCounts run() {
    read_users();
    const XmlRowsResult result =
        for_each_xml_row(posts_path_, findings_, [&](const XmlRow& row) { find_question(row); });
    questions_.seal();
    counts_.any_input = result.rows > 0;
    counts_.bad += result.broken;
    complete_ = complete_ && result.complete && result.rows > 0;
    std::ostringstream said_already;
    FindingPrinter ignored(said_already, 0);
    for_each_xml_row(posts_path_, ignored, [&](const XmlRow& row) { write_post(row); });
    if (complete_ && options_.limit == 0) remove_what_is_gone();
    return counts_;
  }

 private:
  void read_users() {
    const std::string path = options_.dump + "/Users.xml";
    if (std::filesystem::exists(path)) {
      for_each_xml_row(path, findings_, [&](const XmlRow& row) {
        const uint32_t id = parse_post_id(row.get("Id"));
        if (id != 0) users_.add(id, row.get("DisplayName"));
      });
    }
    users_.seal();
  }

  // The first reading: which questions there are, and what is wrong with the rows.
  void find_question(const XmlRow& row) {
    const StackExchangePost post = read_stack_exchange_post(row);
    if (!post.problem.empty()) return report(post, row);
    counts_.other += post.type == Type::other;
    if (post.type != Type::question) return;
    if (!is_wanted(post) || (options_.limit > 0 && questions_.size() >= options_.limit)) {
      ++counts_.unasked;
      return;
    }
    questions_.add(post.id, std::to_string(post.accepted) + ' ' + thread_slug(post.title));
  }

  void report(const StackExchangePost& post, const XmlRow& row) {
    ++counts_.bad;
    const std::string name = post.id == 0 ? "a post" : "post " + std::to_string(post.id);
    findings_.error(posts_path_, row.line, "record", name + " is left out: " + post.problem);
    // What an earlier import made of it stays.
    if (post.id == 0) complete_ = false;
    if (post.id != 0) bad_.insert(post.id);
  }

  bool is_wanted(const StackExchangePost& post) const {
    if (post.score < options_.min_score) return false;
    return options_.tags.empty() ||
           std::any_of(post.tags.begin(), post.tags.end(), [&](const std::string& tag) {
             return std::find(options_.tags.begin(), options_.tags.end(), tag) != options_.tags.end();
           });
  }

  // The second reading.
  void write_post(const XmlRow& row) {
    const StackExchangePost post = read_stack_exchange_post(row);
    if (!post.problem.empty() || post.type == Type::other) return;
    const bool question = post.type == Type::question;
    const uint32_t thread = question ? post.id : post.question;
    const auto known = questions_.find(thread);
    if (!known) {
      counts_.unattached += !question;
      return;
    }
    const size_t space = known->find(' ');
    const bool accepted = !question && parse_post_id(known->substr(0, space)) == post.id;
    if (!question && !accepted && post.score < options_.min_score) {
      ++counts_.unasked;
      return;
    }
    if (!written_.insert(post.id)) {
      ++counts_.bad;
      findings_.error(posts_path_, row.line, "record",
                      "post " + std::to_string(post.id) + " is left out: another post has its Id");
      return;
    }
    ++(question ? counts_.questions : counts_.answers);
    const std::string folder = store_.open_thread(thread, known->substr(space + 1));
    const std::string bytes = post_file(imported(post, accepted, row), site_.key());
    if (question) {
      store_.write_question(folder, bytes);
    } else {
      store_.write_answer(folder, post.id, bytes);
    }
  }

  ImportedPost imported(const StackExchangePost& post, bool accepted, const XmlRow& row) {
    const std::string id = std::to_string(post.id);
    ConvertedHtml html = html_to_markdown(post.body, site_);
    if (!html.problem.empty())
      findings_.warning(posts_path_, row.line, "html", "post " + id + ": " + html.problem);
    ImportedPost out;
    out.question = post.type == Type::question;
    out.date = post.date;
    out.updated = post.edited;
    out.votes = post.score;
    out.body = std::move(html.markdown);
    out.id = site_.key() + "-" + id;
    out.title = post.title;
    out.category = options_.category;
    out.tags = post.tags;
    out.accepted = accepted;
    Attribution& attribution = out.attribution;
    attribution.author = author_of(post);
    if (post.author_id != 0)
      attribution.author_url = site_.url() + "/users/" + std::to_string(post.author_id);
    attribution.post_url = site_.url() + (out.question ? "/questions/" : "/a/") + id;
    attribution.license = post.license;
    attribution.closed_on = post.closed;
    return out;
  }

  // Where a name isn't known, "user123" is what the site itself would show.
  std::string author_of(const StackExchangePost& post) const {
    if (post.author_id != 0) {
      const std::string name = users_.find(post.author_id).value_or("");
      if (!name.empty()) return name;
    }
    if (!post.author_name.empty()) return post.author_name;
    return post.author_id == 0 ? std::string() : "user" + std::to_string(post.author_id);
  }

  void remove_what_is_gone() {
    store_.for_each_thread([&](uint32_t id, const std::string& folder) {
      if (bad_.contains(id)) return;
      if (!questions_.contains(id)) return store_.remove_thread(folder);
      store_.remove_answers(
          folder, [&](uint32_t answer) { return written_.contains(answer) || bad_.contains(answer); });
    });
  }

  const ImportOptions& options_;
  const SiteAddress& site_;
  ThreadStore& store_;
  FindingPrinter& findings_;
  const std::string posts_path_;
  SlotFile users_;      // names
  SlotFile questions_;  // "ACCEPTED SLUG"
  IdSet written_;
  IdSet bad_;
  ImportCounts counts_;
  bool complete_ = true;
};

}  // namespace

ImportCounts import_stack_exchange(const ImportOptions& options, const SiteAddress& site, ThreadStore& store,
                                   FindingPrinter& findings) {
  return StackExchangeImport(options, site, store, findings).run();
}

}  // namespace signpost
