// make_posts.cc - makes a large community out of real text: threads of a question and four answers whose
// paragraphs are drawn from the Markdown files of other folders. The same arguments give the same files. Run
// by tests/bench/million.sh.
//
//   bench_make_posts POSTS TARGET SOURCE...
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "base/file_io.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr size_t kPostsOfThread = 5;
constexpr size_t kMinParagraph = 80;  // bytes
constexpr size_t kMaxParagraph = 600;

// Paragraphs of plain prose: no headings, lists, tables, HTML or templates.
void collect(const std::string& markdown, std::vector<std::string>& paragraphs) {
  for (size_t at = 0; at < markdown.size();) {
    const size_t end = std::min(markdown.find("\n\n", at), markdown.size());
    const std::string paragraph = markdown.substr(at, end - at);
    at = end + 2;
    const bool prose = paragraph.size() >= kMinParagraph && paragraph.size() <= kMaxParagraph &&
                       paragraph.find_first_of("|<>{}`[]#*:") == std::string::npos;
    if (prose) paragraphs.push_back(paragraph);
  }
}

std::vector<std::string> read_paragraphs(char** folders, int count) {
  std::vector<std::string> files;
  for (int i = 0; i < count; ++i) {
    for (const auto& entry : fs::recursive_directory_iterator(folders[i])) {
      if (entry.is_regular_file() && entry.path().extension() == ".md")
        files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> paragraphs;
  for (const std::string& file : files) collect(read_file(file), paragraphs);
  return paragraphs;
}

class Community {
 public:
  explicit Community(std::vector<std::string> paragraphs) : paragraphs_(std::move(paragraphs)) {}

  void write_thread(size_t number, const std::string& target) {
    const std::string dir = target + "/community/en/t" + std::to_string(number);
    fs::create_directories(dir);
    const std::string& first = draw();
    write(dir + "/question.md",
          "title: \"" + title_of(first) + "\"\nauthor: u" + std::to_string(below(9999)) +
              "\ndate: " + date() + "\nvotes: " + std::to_string(below(40)),
          first + "\n\n" + draw());
    for (size_t i = 1; i < kPostsOfThread; ++i) {
      write(dir + "/answer-" + std::to_string(i) + ".md",
            "author: u" + std::to_string(below(9999)) + "\ndate: " + date() +
                "\nvotes: " + std::to_string(below(20)) + (i == 2 ? "\naccepted: true" : ""),
            below(2) == 0 ? draw() : draw() + "\n\n" + draw());
    }
  }

 private:
  size_t below(size_t n) { return random_() % n; }
  const std::string& draw() { return paragraphs_[below(paragraphs_.size())]; }
  std::string date() {
    return "20" + std::to_string(20 + below(6)) + "-0" + std::to_string(1 + below(9)) + "-1" +
           std::to_string(below(10));
  }
  // The first words of a paragraph, and of another one, so that titles differ.
  std::string title_of(const std::string& paragraph) {
    std::string title;
    for (const std::string& text : {paragraph, draw()}) {
      size_t end = 0;
      for (int words = 0; words < 5 && end != std::string::npos; ++words) end = text.find(' ', end + 1);
      title += (title.empty() ? "" : " ") + text.substr(0, end);
    }
    std::erase_if(title, [](char c) { return c == '"' || c == '\\' || c == '\n'; });
    return title;
  }
  static void write(const std::string& path, const std::string& front_matter, const std::string& body) {
    std::ofstream(path, std::ios::binary) << "---\n" << front_matter << "\n---\n\n" << body << "\n";
  }

  std::vector<std::string> paragraphs_;
  std::mt19937_64 random_{20261122};
};

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: bench_make_posts POSTS TARGET SOURCE...\n";
    return 2;
  }
  try {
    signpost::Community community(signpost::read_paragraphs(argv + 3, argc - 3));
    const size_t threads = static_cast<size_t>(std::atol(argv[1])) / signpost::kPostsOfThread;
    for (size_t i = 0; i < threads; ++i) community.write_thread(i, argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench_make_posts: " << error.what() << '\n';
  }
  return 1;
}
