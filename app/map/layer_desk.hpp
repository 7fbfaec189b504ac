#pragma once

#include "map/backend.hpp"
#include "map/job_runner.hpp"
#include "map/messages.hpp"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

#include <deque>
#include <optional>

namespace zhengtu::map {

/// The form for a file that is to become a layer: what was found in it, and what a person says of it. Files wait in a row, one
/// is asked about at a time. What is accepted is announced; the session takes it into the ledger.
class LayerDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the desk.")
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    Q_PROPERTY(QString found READ found NOTIFY changed FINAL)
    Q_PROPERTY(QString crsFound READ crsFound NOTIFY changed FINAL)
    Q_PROPERTY(QString crsFault READ crsFault NOTIFY changed FINAL)
    Q_PROPERTY(QString encodingFound READ encodingFound NOTIFY changed FINAL)
    Q_PROPERTY(QString sample READ sample NOTIFY changed FINAL)
    Q_PROPERTY(QStringList layers READ layers NOTIFY changed FINAL)
    Q_PROPERTY(QStringList fields READ fields NOTIFY changed FINAL)
    Q_PROPERTY(QStringList kinds READ kinds CONSTANT FINAL)
    Q_PROPERTY(QStringList kindWords READ kindWords NOTIFY changed FINAL)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY changed FINAL)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed FINAL)
    Q_PROPERTY(bool zoned READ zoned NOTIFY changed FINAL)
    Q_PROPERTY(QString nameField READ nameField WRITE setNameField NOTIFY changed FINAL)
    Q_PROPERTY(QString zoneField READ zoneField WRITE setZoneField NOTIFY changed FINAL)
    Q_PROPERTY(QString county READ county WRITE setCounty NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString date READ date WRITE setDate NOTIFY changed FINAL)
    Q_PROPERTY(bool dateWrong READ dateWrong NOTIFY changed FINAL)
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY changed FINAL)
    Q_PROPERTY(QString licence READ licence WRITE setLicence NOTIFY changed FINAL)
    Q_PROPERTY(QString accuracy READ accuracy WRITE setAccuracy NOTIFY changed FINAL)
    Q_PROPERTY(bool accuracyWrong READ accuracyWrong NOTIFY changed FINAL)
    Q_PROPERTY(QString crs READ crs WRITE setCrs NOTIFY changed FINAL)
    Q_PROPERTY(QString encoding READ encoding WRITE setEncoding NOTIFY changed FINAL)
    Q_PROPERTY(bool swapped READ swapped WRITE setSwapped NOTIFY changed FINAL)
    Q_PROPERTY(bool replaces READ replaces WRITE setReplaces NOTIFY changed FINAL)

public:
    LayerDesk(Backend& backend, JobRunner& jobs, Messages& messages, QObject* parent = nullptr);

    /// Looks at files, one after the other; the form is shown when a look is done.
    void ask(std::vector<std::filesystem::path> const& files);
    void retranslate() { emit changed(); }

    [[nodiscard]] bool asking() const { return m_look.has_value(); }
    /// All that must be said is said.
    [[nodiscard]] bool ready() const { return m_look && !m_looking && !m_look->crsFault && !m_request.kind.empty() && !dateWrong() && !accuracyWrong(); }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString found() const;         ///< format and rows
    [[nodiscard]] QString crsFound() const;      ///< of the file, and why
    [[nodiscard]] QString crsFault() const;      ///< why it must be said, with the cure; empty where it need not
    [[nodiscard]] QString encodingFound() const;
    [[nodiscard]] QString sample() const;        ///< the first names
    [[nodiscard]] QStringList layers() const;
    [[nodiscard]] QStringList fields() const;
    [[nodiscard]] QStringList kinds() const;     ///< keys, as of workspace::userLayerKinds
    [[nodiscard]] QStringList kindWords() const; ///< in the same order
    [[nodiscard]] QString layer() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] bool zoned() const;            ///< its features may be zones
    [[nodiscard]] QString nameField() const;     ///< empty: none; so with the other fields
    [[nodiscard]] QString zoneField() const;
    [[nodiscard]] QString county() const;        ///< a field of counties, or the name of one county for all; empty: where the shape lies
    [[nodiscard]] QString title() const;         ///< empty: from the file's name; likewise the next
    [[nodiscard]] QString date() const;          ///< of the data
    [[nodiscard]] bool dateWrong() const;
    [[nodiscard]] QString source() const;
    [[nodiscard]] QString licence() const;
    [[nodiscard]] QString accuracy() const { return m_accuracy; } ///< "50m"; empty: not known
    [[nodiscard]] bool accuracyWrong() const { return m_request.accuracyM < 0; }
    [[nodiscard]] QString crs() const;           ///< as said; empty: the file's own
    [[nodiscard]] QString encoding() const;      ///< as said; empty: as found
    [[nodiscard]] bool swapped() const { return m_request.swapAxes; }
    [[nodiscard]] bool replaces() const { return m_request.replace; }
    void setLayer(QString const& layer);
    void setKind(QString const& kind);
    void setNameField(QString const& field);
    void setZoneField(QString const& field);
    void setCounty(QString const& county);
    void setTitle(QString const& title);
    void setDate(QString const& date);
    void setSource(QString const& source);
    void setLicence(QString const& licence);
    void setAccuracy(QString const& accuracy);
    void setCrs(QString const& crs);
    void setEncoding(QString const& encoding);
    void setSwapped(bool swapped);
    void setReplaces(bool replaces);

    Q_INVOKABLE void accept(); ///< takes the file as the form says, and asks about the next
    Q_INVOKABLE void skip();

signals:
    void changed();
    void accepted(zhengtu::workspace::UserLayerRequest const& request);

private:
    void next();
    void look(bool anew);
    template <class Value> void say(Value workspace::UserLayerRequest::* field, Value value, bool looks = false);
    void looked(workspace::UserLayerLook look, bool anew);

    Backend& m_backend;
    JobRunner& m_jobs;
    Messages& m_messages;
    std::deque<std::filesystem::path> m_waiting;
    workspace::UserLayerRequest m_request;
    QString m_accuracy;
    std::optional<workspace::UserLayerLook> m_look;
    bool m_looking = false;
};

} // namespace zhengtu::map
