// discourse.cc - one topic at a time is in memory.
#include "importer/discourse.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

#include "importer/attribution.h"
#include "importer/closed_file.h"
#include "importer/discourse_topic.h"
#include "importer/html_markdown.h"
#include "importer/id_set.h"
#include "importer/post_file.h"

namespace signpost {
namespace {

class DiscourseImport {
 public:
  DiscourseImport(const ImportOptions& options, const SiteAddress& site, ThreadStore& store,
                  FindingPrinter& findings)
      : options_(options), site_(site), store_(store), findings_(findings) {}

  ImportCounts run() {
    for (const std::string& path : options_.files) {
      if (const auto json = read_file(path)) import_file(path, *json);
    }
    if (options_.prune && complete_) {
      store_.for_each_thread([&](uint32_t id, const std::string& folder) {
        if (!seen_.contains(id)) store_.remove_thread(folder);
      });
    }
    report_partial();
    return counts_;
  }

 private:
  // A topic of which not all posts have been seen yet.
  struct Partial {
    std::string path;
    uint64_t posts = 0;
  };

  void bad(const std::string& path, const std::string& message) {
    ++counts_.bad;
    findings_.error(path, 0, "record", message);
  }

  std::optional<std::string> read_file(const std::string& path) {
    const ClosedFile file(std::fopen(path.c_str(), "rbe"));
    std::string bytes(64 * 1024, '\0');
    size_t size = 0;
    if (file) {
      while (const size_t got = std::fread(bytes.data() + size, 1, bytes.size() - size, file.get())) {
        size += got;
        if (size > kMaxTopicBytes) break;
        if (size == bytes.size()) bytes.resize(2 * bytes.size());
      }
    }
    if (!file || std::ferror(file.get()) != 0) {
      bad(path, std::string("cannot be read: ") + std::strerror(errno));
    } else if (size > kMaxTopicBytes) {
      bad(path, "is over 32 MB; a file must have one topic only");
    } else {
      bytes.resize(size);
      return bytes;
    }
    complete_ = false;
    return std::nullopt;
  }

  void import_file(const std::string& path, const std::string& json) {
    const DiscourseTopic topic = read_discourse_topic(json);
    if (!topic.problem.empty()) {
      complete_ = complete_ && topic.id != 0;
      if (topic.id != 0) seen_.insert(topic.id);
      return bad(path, "is left out: " + topic.problem);
    }
    counts_.any_input = true;
    counts_.other += topic.left_out.size();
    const std::string before = store_.known_thread(topic.id);
    const bool in_this_import = !seen_.insert(topic.id);
    if (topic.gone) {
      ++counts_.unasked;
      if (!before.empty()) store_.remove_thread(before);
      return;
    }
    const auto question = std::find_if(topic.posts.begin(), topic.posts.end(),
                                       [](const DiscoursePost& post) { return post.number == 1; });
    if (question != topic.posts.end() && !question->problem.empty()) {
      return bad(path, "is left out: its first post cannot be used: " + question->problem);
    }
    if (question == topic.posts.end() && before.empty() && !in_this_import) {
      return bad(path, "is left out: its first post is missing, or in a file that must come before this one");
    }
    write_topic(path, topic);
  }

  void write_topic(const std::string& path, const DiscourseTopic& topic) {
    const std::string folder = store_.open_thread(topic.id, thread_slug(topic.title));
    for (const DiscoursePost& post : topic.posts) {
      if (!post.problem.empty()) {
        bad(path, "post " + std::to_string(post.number) + " is left out: " + post.problem);
        continue;
      }
      const std::string bytes = post_file(imported(path, topic, post), site_.key());
      if (post.number == 1) {
        ++counts_.questions;
        store_.write_question(folder, bytes);
      } else {
        ++counts_.answers;
        store_.write_answer(folder, post.id, bytes);
      }
    }
    // What the topic has no longer, nor in another file.
    const auto has = [](const std::vector<uint32_t>& ids, uint32_t id) {
      return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    store_.remove_answers(folder, [&](uint32_t id) {
      const auto same = [&](const DiscoursePost& post) { return post.id == id; };
      if (std::any_of(topic.posts.begin(), topic.posts.end(), same)) return true;
      return has(topic.stream, id) && !has(topic.left_out, id);
    });
    Partial& partial = partial_[topic.id];
    partial.path = path;
    partial.posts += topic.posts.size() + topic.left_out.size();
    if (partial.posts >= topic.stream.size()) partial_.erase(topic.id);
  }

  void report_partial() {
    for (const auto& [id, partial] : partial_) {
      findings_.warning(partial.path, 0, "record",
                        "the files have only some posts of this topic; fetch it with ?print=true");
    }
  }

  ImportedPost imported(const std::string& path, const DiscourseTopic& topic, const DiscoursePost& post) {
    ImportedPost out;
    out.question = post.number == 1;
    out.date = post.date;
    out.updated = post.edited;
    out.votes = post.likes;
    out.accepted = post.accepted;
    out.id = site_.key() + "-" + std::to_string(topic.id);
    out.title = topic.title;
    out.category = options_.category;
    out.tags = topic.tags;
    if (post.html.empty()) {
      out.body = post.raw;
    } else {
      ConvertedHtml html = html_to_markdown(post.html, site_);
      if (!html.problem.empty()) {
        findings_.warning(path, 0, "html", "post " + std::to_string(post.number) + ": " + html.problem);
      }
      out.body = std::move(html.markdown);
    }
    out.attribution = attribution_of(topic, post);
    return out;
  }

  Attribution attribution_of(const DiscourseTopic& topic, const DiscoursePost& post) const {
    Attribution attribution;
    attribution.author = post.author;
    if (!post.author.empty()) attribution.author_url = site_.url() + "/u/" + post.author;
    attribution.post_url = site_.url() + "/t/" + (topic.slug.empty() ? "-" : topic.slug) + "/" +
                           std::to_string(topic.id) + "/" + std::to_string(post.number);
    attribution.license = options_.license;
    return attribution;
  }

  const ImportOptions& options_;
  const SiteAddress& site_;
  ThreadStore& store_;
  FindingPrinter& findings_;
  IdSet seen_;
  std::map<uint32_t, Partial> partial_;
  ImportCounts counts_;
  bool complete_ = true;
};

}  // namespace

ImportCounts import_discourse(const ImportOptions& options, const SiteAddress& site, ThreadStore& store,
                              FindingPrinter& findings) {
  return DiscourseImport(options, site, store, findings).run();
}

}  // namespace signpost
