#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// The language of the user interface, switched at run time. The sources are English; Chinese is a translation. Numbers, dates
/// and coordinates are written the same in both.
class Language : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the language.")
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed FINAL)

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    [[nodiscard]] QString code() const { return m_code; } ///< "zh" or "en"
    void setCode(QString const& code);                    ///< anything but "en" is "zh"
    [[nodiscard]] bool english() const { return m_code == QLatin1String("en"); }

signals:
    void changed(); ///< the translator is in place: ask for texts again

private:
    QTranslator m_translator;
    QString m_code;
};

} // namespace zhengtu::map
