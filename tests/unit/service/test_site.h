// test_site.h - a small help centre in three languages, indexed for real, for the tests of pages and service.
#pragma once

#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "content/contact_settings.h"
#include "content/incident.h"
#include "content/ranking_settings.h"
#include "pages/web_files.h"
#include "service/app.h"
#include "service/log.h"

namespace signpost::testing {

// A directory that goes with the object.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void write_file(const std::filesystem::path& path, const std::string& bytes);

// English, Korean and Japanese; categories "setup" and "accounts"; base URL https://help.example.com.
Site test_site();

// Indexes 12 documents (articles "install", "reset-password", "sign-in", "billing-faq", threads
// "printer-offline", "slow-search", ...) and publishes the generation, with files/img/logo.svg and files
// below docs/ of 2,000 and 300,000 bytes.
// `extra_title`, when given, makes one more English article "extra"; `contact` and `ranking` are the site's.
// Returns the generation's directory.
std::string publish_test_generation(const std::string& index_dir, const std::string& extra_title = "",
                                    const std::vector<Incident>& incidents = {},
                                    const ContactSettings& contact = {}, const RankingSettings& ranking = {});

// Of a short address that was given to an article which is gone from there.
std::string gone_short_code();
// Of an article that is there.
std::string short_code_of(const std::string& id, const std::string& lang = "en");
// Of pack_card(): the card that each article in this language has there.
std::string card_of(const std::string& lang);

// A moment, in seconds since 1970, and what is known then: "app-crash" of the product Desktop, in English and
// Korean, whose queries are about the app that crashes; "sign-in-slow" of everything, monitored until a
// minute later; "old-outage" of the category accounts, resolved a year before.
inline constexpr int64_t kTestNow = 1'796'000'000;
std::vector<Incident> test_incidents();

// "form"; "phone" in Seoul, open on weekdays from 9 to 18 but on 2026-12-25, of the product Desktop, where
// Korean is spoken; "mail" of New York with the same hours; "chat", which needs presence. kTestNow is a
// Monday, 09:53 in Seoul and Sunday evening in New York.
ContactSettings test_channels();

// An App over that index with the real web/ folder, as the service has it.
class TestApp {
 public:
  explicit TestApp(AppOptions options = {});

  // GET with these headers ("accept-language" ...).
  Response get(const std::string& target, std::vector<std::pair<std::string, std::string>> headers = {},
               const std::string& method = "GET");
  // POST of a body with these headers ("content-type" ...).
  Response post(const std::string& target, const std::string& body,
                std::vector<std::pair<std::string, std::string>> headers);
  // What the next requests are answered from; null for none.
  void serve(std::shared_ptr<const ServedGeneration> generation) { generation_ = std::move(generation); }
  std::shared_ptr<const ServedGeneration> open(const std::string& generation_dir);
  ImprovementBoard& board() { return board_; }  // of all that it opens
  const std::string& generation_dir() const { return generation_dir_; }
  App& app() { return *app_; }
  const WebFiles& web() const { return *web_; }
  std::string log_text() const { return log_text_.str(); }

 private:
  std::ostringstream log_text_;
  Log log_;
  std::shared_ptr<const WebFiles> web_;
  std::string generation_dir_;
  ImprovementBoard board_;
  std::shared_ptr<const ServedGeneration> generation_;
  std::unique_ptr<App> app_;
};

// files/docs/manual.pdf of that generation: 300,000 bytes, no two places alike.
std::string manual_bytes();

std::string header_of(const Response& response, const std::string& name);
std::string web_dir();

}  // namespace signpost::testing
